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
    let note = " (\(OutlineWord.foundHidden.text))"
    let isHidden = line.hasSuffix(note)
    if isHidden { line.removeLast(note.count) }
    var scanner = LineScanner(line)
    guard let element = ReadElement(readFrom: &scanner) else { return nil }
    self = element
    if isHidden { self.isHidden = true }
  }
}
