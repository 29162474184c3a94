/// What a `find` found.
struct FindAnswer: Sendable {
  private(set) var elements: [ReadElement] = []
  /// All of it was told.
  let isComplete: Bool

  /// Nil where the line does not begin such an answer.
  init?(head line: String) {
    guard
      OutlineWord.found.isAll(of: line) && line.first?.isNumber == true
        || line.hasPrefix("\"") && OutlineWord.foundNone.isAll(of: line)
    else {
      guard line.first?.isNumber == true, OutlineWord.foundSome.isAll(of: line) else { return nil }
      isComplete = false
      return
    }
    isComplete = true
  }

  mutating func add(_ line: String, _ message: Int) {
    guard var element = ReadElement(foundLine: line) else { return }
    element.toldIn = message
    elements.append(element)
  }
}

extension ReadElement {
  /// Reads one answer of `find`: an element and, in parentheses, where it is; nil where the line is none.
  init?(foundLine line: String) {
    var line = line
    var place: String?
    var isHidden = false
    let opening = " (" + OutlineWord.foundIn.text.prefix { $0 != "{" }
    if line.hasSuffix(" (\(OutlineWord.foundHidden.text))") {
      isHidden = true
      line.removeLast(OutlineWord.foundHidden.text.count + 3)
    } else if line.hasSuffix(")"), let start = Self.lastRange(of: opening + "\"", in: line) {
      var scanner = LineScanner(line[start.upperBound...].dropLast().description.withLeadingQuote)
      place = scanner.takeQuoted()
      isHidden = scanner.rest == ", " + OutlineWord.foundHidden.text
      if place != nil, isHidden || scanner.isAtEnd { line = String(line[..<start.lowerBound]) } else { place = nil }
    }
    var scanner = LineScanner(line)
    guard let element = ReadElement(readFrom: &scanner) else { return nil }
    self = element
    (self.place, self.isHidden) = (place, isHidden)
  }

  private static func lastRange(of wanted: String, in text: String) -> Range<String.Index>? {
    text.ranges(of: wanted).last
  }
}

extension String {
  fileprivate var withLeadingQuote: String { "\"" + self }
}
