/// The first line of an outline: the window or dialog that it is about.
struct Headline: Sendable, Hashable {
  var title: String
  /// What the program is called; empty where its name is part of the title.
  var program = ""
  var isDialog = false
  /// The program was too slow to show all of it.
  var isIncomplete = false

  /// Nil where the line is no headline.
  init?(line: String) {
    guard let word = [OutlineWord.window, .dialog].first(where: { line.hasPrefix($0.verb + " \"") }) else { return nil }
    isDialog = word == .dialog
    var scanner = LineScanner(line.dropFirst(word.verb.count + 1))
    guard let title = scanner.takeQuoted() else { return nil }
    self.title = title
    var rest = scanner.rest
    if rest.hasSuffix(OutlineWord.incomplete.text) {
      isIncomplete = true
      rest.removeLast(OutlineWord.incomplete.text.count)
    }
    scanner = LineScanner(rest)
    scanner.skipSpaces()
    program = scanner.takeQuoted() ?? scanner.rest
  }
}

extension OutlineWord {
  /// The first word of the phrase, which says what kind of line it begins.
  fileprivate var verb: String { text.split(separator: " ").first.map(String.init) ?? text }
}
