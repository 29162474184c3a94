import Agent

/// Prints every event as a line of JSON.
struct JSONWatcher: Person {
  func see(_ event: TaskEvent) {
    try? Output.json(EventJSON(event))
  }

  func answer(_ question: String) async -> String? {
    nil
  }
}

/// Prints the result and nothing else.
struct QuietWatcher: Person {
  func see(_ event: TaskEvent) {
    guard case .ended(let end) = event else { return }
    if end.outcome.exitCode == .done {
      Output.line(end.outcome.sentence)
    } else {
      Output.error("fazm-linux: \(end.outcome.sentence)")
    }
  }

  func answer(_ question: String) async -> String? {
    nil
  }
}
