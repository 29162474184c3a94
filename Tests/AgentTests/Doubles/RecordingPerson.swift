import Agent
import Synchronization

/// Watches a task, and answers questions as a test says.
final class RecordingPerson: Person {
  private let answers: Mutex<[String]>
  private let givesLeave: Bool
  private let acts = Mutex<[String]>([])
  private let state = Mutex<[TaskEvent]>([])

  init(answers: [String] = [], givesLeave: Bool = false) {
    self.answers = Mutex(answers)
    self.givesLeave = givesLeave
  }

  /// What leave was asked for.
  var actsAskedFor: [String] { acts.withLock { $0 } }

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

  func allows(_ act: String) async -> Bool {
    acts.withLock { $0.append(act) }
    return givesLeave
  }
}
