/// A sentence of `Prompts/` read backwards: what stands in its places.
struct PhrasePattern: Sendable {
  /// The words before, between and after the places: always one more than there are places.
  private let literals: [String]
  private let places: [String]

  init(_ template: String) {
    var literals = [""]
    var places: [String] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      literals[literals.count - 1] += rest[..<open]
      places.append(String(rest[rest.index(after: open)..<close]))
      literals.append("")
      rest = rest[rest.index(after: close)...]
    }
    literals[literals.count - 1] += rest
    (self.literals, self.places) = (literals, places)
  }

  /// The value of each place where `text` is this sentence, nil where it is not. A place takes as little as it can.
  func values(in text: String) -> [String: String]? {
    var rest = text[...]
    guard rest.hasPrefix(literals[0]) else { return nil }
    rest = rest.dropFirst(literals[0].count)
    var values: [String: String] = [:]
    for (index, place) in places.enumerated() {
      let next = literals[index + 1]
      guard index < places.count - 1 else {
        guard rest.hasSuffix(next) else { return nil }
        values[place] = String(rest.dropLast(next.count))
        return values
      }
      guard let end = rest.firstRange(of: next) else { return nil }
      values[place] = String(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return rest.isEmpty ? values : nil
  }
}
