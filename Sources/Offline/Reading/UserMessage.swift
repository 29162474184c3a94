import Prompts

/// One message of the agent, taken apart: what the user asked, what became of the commands, what the screen shows.
struct UserMessage: Sendable {
  /// What the user wants; only the first message says it.
  let request: String?
  /// The lines outside of the screens.
  let words: [String]
  /// The lines of the screens, which come from programs.
  let screen: [String]
  let hasScreen: Bool

  init(_ text: String) {
    var words: [String] = []
    var screen: [String] = []
    var closing: String?
    var hasScreen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let end = closing {
        if line == end { closing = nil } else { screen.append(line) }
      } else if let mark = Self.mark(in: line) {
        closing = "</screen \(mark)>"
        hasScreen = true
      } else {
        words.append(line)
      }
    }
    (self.words, self.screen, self.hasScreen) = (words, screen, hasScreen)
    request = Self.request(in: words)
  }

  private static func mark(in line: String) -> Substring? {
    guard line.hasPrefix("<screen "), line.hasSuffix(">") else { return nil }
    return line.dropFirst(8).dropLast()
  }

  /// The words of the request, which may have lines of their own, before the line about day and home.
  private static func request(in words: [String]) -> String? {
    let phrases = Prompts.steps(Key.self)
    let context = PhrasePattern(phrases.templates[Key.context.rawValue] ?? "")
    let lines = words.prefix { context.values(in: $0) == nil }
    let opening = PhrasePattern(phrases.templates[Key.request.rawValue] ?? "")
    return opening.values(in: lines.joined(separator: "\n"))?["request"]
  }

  private enum Key: String, CaseIterable { case request, context }
}
