import Agent
import Synchronization

/// Watches a task, and answers questions as a test says.
final class RecordingPerson: Person {
  private let answers: Mutex<[String]>
  private let givesLeave: Bool
  private let letsGoOn: Bool?
  private let pauses = Mutex(0)
  private let choices: Mutex<[CapChoice]>
  private let questions = Mutex<[CapQuestion]>([])
  private let acts = Mutex<[String]>([])
  private let state = Mutex<[TaskEvent]>([])

  init(answers: [String] = [], givesLeave: Bool = false, choices: [CapChoice] = [], letsGoOn: Bool? = true) {
    self.letsGoOn = letsGoOn
    self.choices = Mutex(choices)
    self.answers = Mutex(answers)
    self.givesLeave = givesLeave
  }

  /// What leave was asked for.
  var actsAskedFor: [String] { acts.withLock { $0 } }

  /// The caps that were asked about.
  var capQuestions: [CapQuestion] { questions.withLock { $0 } }

  /// How often it was asked to let the task go on.
  var pauseCount: Int { pauses.withLock { $0 } }

  var events: [TaskEvent] { state.withLock { $0 } }

  var turns: [TurnReport] {
    events.compactMap { if case .turn(let report) = $0 { report } else { nil } }
  }

  var notices: [String] {
    events.compactMap { if case .notice(let text) = $0 { text } else { nil } }
  }

  var warnings: [SpendingWarning] {
    events.compactMap { if case .warning(let warning) = $0 { warning } else { nil } }
  }

  var moves: [ModelMove] {
    events.compactMap { if case .movedUp(let move) = $0 { move } else { nil } }
  }

  func see(_ event: TaskEvent) {
    state.withLock { $0.append(event) }
  }

  func answer(_ question: String) async -> String? {
    answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }

  func letsGoOn() async -> Bool? {
    pauses.withLock { $0 += 1 }
    return letsGoOn
  }

  func allows(_ act: String) async -> Bool {
    acts.withLock { $0.append(act) }
    return givesLeave
  }

  /// Gives the choices one after the other, and then stops.
  func decide(_ question: CapQuestion) async -> CapChoice {
    questions.withLock { $0.append(question) }
    return choices.withLock { $0.isEmpty ? .stop : $0.removeFirst() }
  }
}
