import Agent
import Synchronization

/// Watches a task, and answers questions as a test says.
final class RecordingPerson: Person {
  private let answers: Mutex<[String]>
  private let state = Mutex<[TaskEvent]>([])

  init(answers: [String] = []) {
    self.answers = Mutex(answers)
  }

  var events: [TaskEvent] { state.withLock { $0 } }

  var turns: [TurnReport] {
    events.compactMap { if case .turn(let report) = $0 { report } else { nil } }
  }

  var notices: [String] {
    events.compactMap { if case .notice(let text) = $0 { text } else { nil } }
  }

  func see(_ event: TaskEvent) {
    state.withLock { $0.append(event) }
  }

  func answer(_ question: String) async -> String? {
    answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}
