import Ledger
import Model
import Settings

/// A task that ended before it was done and is taken up again.
struct PastTask {
  let id: TaskID
  let request: String
  /// What was typed; what was left out is as it was.
  let arguments: ParsedArguments
  /// The model that was asked last.
  let model: String

  /// Finds the task that is named, else the last one that is not done.
  static func find(_ arguments: ParsedArguments) async throws -> PastTask {
    guard arguments.operands.count <= 1, !arguments.flags.contains("dry-run") else {
      throw Failure(.usage, "--continue takes the id of a task or nothing, and no --dry-run. See fazm-linux --help.")
    }
    let ledger = try Ledger()
    let record = try await record(arguments.operands.first, in: ledger)
    guard let request = record.request else {
      throw Failure(.usage, "The ledger does not say what task \(record.id.short) was: ask for it anew.")
    }
    let turn = try await ledger.turns(of: record.id).last
    return PastTask(
      id: record.id, request: request, arguments: arguments.filled(from: record, last: turn),
      model: turn?.requestedModel ?? record.model)
  }

  private static func record(_ name: String?, in ledger: Ledger) async throws -> TaskRecord {
    guard let name else {
      guard let last = try await ledger.lastUnfinishedTask() else {
        throw Failure(.usage, "No task has broken off: there is nothing to continue. Say what to do instead.")
      }
      return last
    }
    let record = try await ledger.task(named: name)
    switch record.state {
    case .done: throw Failure(.usage, "The task \(record.id.short) is done: ask anew for what is missing.")
    case .running: throw LedgerError.taskIsRunning(record.id.short)
    case .failed, .stopped, .budget, .error, .interrupted: return record
    }
  }
}

extension ParsedArguments {
  /// The same payer, model, program and limits as before, where nothing else is said.
  fileprivate func filled(from record: TaskRecord, last turn: TurnRecord?) -> ParsedArguments {
    var filled = self
    let mode = turn?.mode ?? record.mode
    func fill(_ option: String, _ value: String?) {
      if filled.values[option] == nil { filled.values[option] = value }
    }
    fill("billing", mode.rawValue)
    let payer = filled.values["billing"].flatMap(BillingMode.init)
    if payer?.asksForModel == true {
      if record.mayMoveUp { fill("model", ModelChoice.automatic) }
      if payer == mode { fill("model", turn?.requestedModel ?? record.model) }
    }
    if values["window"] == nil { fill("app", record.program) }
    fill("budget-usd", record.limits.budget?.decimal)
    fill("budget-tokens", record.limits.tokens.map(String.init))
    fill("max-turns", record.limits.turns.map(String.init))
    fill("max-images", record.limits.images.map(String.init))
    return filled
  }
}

extension BillingMode {
  /// Whether a model can be asked for by its name.
  fileprivate var asksForModel: Bool {
    switch self {
    case .api, .endpoint, .subscription: true
    case .acp, .offline: false
    }
  }
}
