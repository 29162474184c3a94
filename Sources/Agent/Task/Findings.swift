import Commands
import Outline

/// What a task has looked up, by the commands that did: what a later step may need when all else is told in short.
package struct Findings: Sendable {
  private var answers: [(command: String, answer: String)] = []
  /// How many of them the last message holds, which is told whole.
  private var newest = 0

  /// So many tokens are kept of all answers together, the newest first.
  static let mostTokens = 400

  /// Takes the answers of a reply's commands; one that is asked for again replaces the earlier one.
  mutating func add(_ reports: [StepReport]) {
    let new = reports.compactMap { report -> (command: String, answer: String)? in
      guard [.find, .read].contains(report.command.verb), let answer = report.answer else { return nil }
      return ("\(report.command)", answer)
    }
    answers.removeAll { old in new.contains { $0.command == old.command } }
    answers += new
    newest = new.count
    // No more than this can be kept, however short each is.
    answers.removeFirst(max(0, answers.count - Self.mostTokens))
  }

  /// Each command with its answer, the oldest first. What does not fit is left out, and cut short where it would be all.
  var kept: [String] {
    var kept: [String] = []
    var left = Self.mostTokens
    for (command, answer) in answers.dropLast(newest).reversed() {
      let text = "\(command): \(answer)"
      let tokens = TokenEstimate.tokens(in: text)
      guard tokens <= left else {
        if kept.isEmpty { kept.append(Self.cut(text, tokens: tokens)) }
        break
      }
      left -= tokens
      kept.append(text)
    }
    return kept.reversed()
  }

  private static func cut(_ text: String, tokens: Int) -> String {
    var text = text
    var tokens = tokens
    while tokens > mostTokens {
      text = String(text.prefix(text.count * mostTokens / tokens * 9 / 10)) + "…"
      tokens = TokenEstimate.tokens(in: text)
    }
    return text
  }
}
