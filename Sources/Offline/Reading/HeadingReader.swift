import Commands

extension ReadSection.Heading {
  /// Reads what stands before the elements of a line, and leaves `scanner` after its colon; nil, with
  /// nothing read, where the line begins with an element.
  init?(readFrom scanner: inout LineScanner) {
    var copy = scanner
    self.init()
    if copy.take(word: OutlineWord.openMenu.text) {
      kind = .openMenu
    } else if copy.take(word: OutlineWord.behind.text) {
      kind = .behind
    } else if copy.take(word: OutlineWord.rest.text) {
      kind = .rest
    }
    copy.skipSpaces()
    if let (ref, marks) = copy.takeRef() {
      guard ref.kind == .group || ref.kind == .document else { return nil }
      (self.ref, self.marks) = (ref, marks)
    }
    guard readWords(&copy), copy.take(":"), copy.isAtEnd || copy.next == " " else { return nil }
    scanner = copy
  }

  /// Reads title, columns and the number of rows, up to the colon; false where an element comes first.
  private mutating func readWords(_ scanner: inout LineScanner) -> Bool {
    var words: [String] = []
    while true {
      scanner.skipSpaces()
      switch scanner.next {
      case nil: return false
      case ":":
        finish(words)
        return true
      case "\"":
        guard title.isEmpty, words.isEmpty, let quoted = scanner.takeQuoted() else { return false }
        title = quoted
      case "(" where columns.isEmpty && !(ref == nil && words.isEmpty):
        words.append(contentsOf: readParentheses(&scanner))
      default:
        guard scanner.takeRef() == nil else { return false }
        words.append(scanner.takeText(until: [" ", ":"]))
      }
    }
  }

  /// Columns in parentheses; a title may hold parentheses as well, and then they come back as its words.
  private mutating func readParentheses(_ scanner: inout LineScanner) -> [String] {
    let start = scanner
    _ = scanner.take("(")
    var names: [String] = []
    while true {
      scanner.skipSpaces()
      names.append(scanner.takeQuoted() ?? scanner.takeText(until: [",", ")", "|"]))
      if scanner.take(",") || scanner.take("|") { continue }
      break
    }
    if scanner.take(")"), names.count > 1 {
      columns = names
      return []
    }
    scanner = start
    return [scanner.takeText(until: [" ", ":"])]
  }

  private mutating func finish(_ words: [String]) {
    var words = words
    if words.last == OutlineWord.empty.text {
      isEmpty = true
      words.removeLast()
    }
    if words.count >= 2, let count = OutlineWord.rows.count(in: words.suffix(2).joined(separator: " ")) {
      rowCount = count
      words.removeLast(2)
    }
    if title.isEmpty { title = words.joined(separator: " ") }
  }
}
