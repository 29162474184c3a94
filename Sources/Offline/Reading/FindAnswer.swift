/// What a `find` found.
struct FindAnswer: Sendable {
  private(set) var elements: [ReadElement] = []
  /// How much of it was told.
  private let extent: Extent

  private enum Extent: Sendable, Hashable {
    case all
    /// The best only; what is called just so comes first.
    case best
    /// Nothing was found that holds this.
    case nothing(String)
    /// A long page was not looked through to its end.
    case part
  }

  /// Nil where the line does not begin such an answer.
  init?(head line: String) {
    if line.hasSuffix(OutlineWord.incomplete.text), Self(head: line.withoutIncomplete) != nil {
      extent = .part
    } else if let words = OutlineWord.foundNone.values(in: line)?["text"], line.hasPrefix("\"") {
      var scanner = LineScanner(words)
      extent = .nothing(scanner.takeQuoted() ?? words)
    } else if line.first?.isNumber == true, OutlineWord.found.isAll(of: line) {
      extent = .all
    } else if line.first?.isNumber == true, OutlineWord.foundSome.isAll(of: line) {
      extent = .best
    } else {
      return nil
    }
  }

  /// Whether this answer to a search for `text` says that nothing is called `name`.
  func excludes(_ name: String, searchedAs text: String) -> Bool {
    guard !elements.contains(where: { $0.name == name }) else { return false }
    return switch extent {
    case .all: true
    case .best: name == text
    // A search for a long text leaves out its middle, and then it finds nothing.
    case .nothing(let sought): sought == text
    case .part: false
    }
  }

  mutating func add(_ line: String, _ message: Int) {
    guard var element = ReadElement(foundLine: line) else { return }
    element.toldIn = message
    elements.append(element)
  }
}

extension String {
  fileprivate var withoutIncomplete: String {
    String(dropLast(OutlineWord.incomplete.text.count + 1))
  }
}

extension ReadElement {
  /// Reads one answer of `find`: an element and, in parentheses, where it is; nil where the line is none.
  init?(foundLine line: String) {
    var line = line
    let note = " (\(OutlineWord.foundHidden.text))"
    let isHidden = line.hasSuffix(note)
    if isHidden { line.removeLast(note.count) }
    var scanner = LineScanner(line)
    guard let element = ReadElement(readFrom: &scanner) else { return nil }
    self = element
    if isHidden { self.isHidden = true }
  }
}
