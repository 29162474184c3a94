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

  /// Judges what the commands of one reply did. In a window without a tree, nothing tells whether they did anything
  /// (`isBlind`); and a task that has had all its pictures goes on.
  mutating func judge(_ run: StepRun, of commands: [Command], isBlind: Bool) -> Verdict {
    let isIdle =
      run.takenOverIn == nil
      && run.reports.allSatisfy { report in
        switch report.effect {
        case .refused(.imagesUsed), .confirmed, .changed: false
        case .nothing: !isBlind
        case .refused: true
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
