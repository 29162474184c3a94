import Commands

/// Notices a task that goes nowhere: the same commands again, and again without any effect.
struct Progress: Sendable {
  /// How often in a row a reply may do nothing before the task is stopped.
  static let limit = 4

  private var last: [Command] = []
  private(set) var idleReplies = 0

  enum Verdict: Sendable, Hashable {
    case goesOn
    /// The same reply did nothing twice: the model should be told.
    case repeats
    case stuck
  }

  /// Judges what the commands of one reply did.
  mutating func judge(_ run: StepRun, of commands: [Command]) -> Verdict {
    let isIdle = run.reports.allSatisfy { report in
      switch report.effect {
      case .nothing, .refused: true
      case .confirmed, .changed: false
      }
    }
    let isRepeated = commands == last
    last = commands
    guard isIdle else {
      idleReplies = 0
      return .goesOn
    }
    idleReplies += 1
    if idleReplies >= Self.limit { return .stuck }
    return isRepeated ? .repeats : .goesOn
  }
}
