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
    guard let answer = await answer("This cannot be undone: \(act). Do it? [y/N]") else { return false }
    return ["y", "yes"].contains(answer.lowercased())
  }
}
