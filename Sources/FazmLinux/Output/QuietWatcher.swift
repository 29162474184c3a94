import Agent

/// Prints the result and nothing else.
struct QuietWatcher: TerminalPerson {
  func see(_ event: TaskEvent) {
    guard case .ended(let end) = event else { return }
    if end.outcome.exitCode == .done {
      Output.line(end.sentence)
    } else {
      Output.error("fazm-linux: \(end.sentence)")
    }
  }
}
