import Agent
import Foundation

/// Asks the person at the terminal, on standard error, so that the output stays what was asked for.
enum TerminalQuestion {
  /// Nil where there is no terminal.
  static func answer(_ question: String) async -> String? {
    guard Output.canAsk else { return nil }
    Output.error("? \(question)")
    return await StandardInput.line()
  }

  /// False where there is no terminal.
  static func allows(_ act: String) async -> Bool {
    guard Output.canAsk else {
      Output.error(
        "Nobody can be asked whether to do what cannot be undone: run it in a terminal, or with --confirm never.")
      return false
    }
    guard let answer = await answer("This cannot be undone: \(act). Do it? [y/N]") else { return false }
    return isYes(answer)
  }

  /// Whether a task may go on that the person stopped by taking the mouse or the keyboard; nil where there is no
  /// terminal, or it has gone.
  static func letsGoOn() async -> Bool? {
    await answer("\(pause) Go on? [y/N]").map(isYes)
  }

  static let pause = "You took the mouse or the keyboard, so the task waits."

  private static func isYes(_ answer: String) -> Bool {
    ["y", "yes"].contains(answer.lowercased())
  }

  /// By its number; to stop where there is no terminal, and for any other answer.
  static func decide(_ question: CapQuestion) async -> CapChoice {
    let choices = question.choices.enumerated().map { "\($0 + 1) \($1.label(for: question))" }
    let text = "\(question.sentence) Which? [\(choices.joined(separator: " | "))]"
    guard let answer = await answer(text), let number = Int(answer.trimmingCharacters(in: .whitespaces)) else {
      return .stop
    }
    return question.choices.indices.contains(number - 1) ? question.choices[number - 1] : .stop
  }
}
