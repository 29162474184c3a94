import Concurrency
import Foundation
import Model

/// The record of what every model call cost and did, kept in a SQLite file that several processes may write at once.
///
/// A turn is written before its call and completed after it, so that a process which is killed loses at most what the
/// turn in flight cost; that turn then shows as interrupted, and its task's total as "at least".
package actor Ledger {
  package nonisolated let path: String
  let database: Database
  private let executor = QueueExecutor(label: "ledger")
  let process: ProcessStamp
  let now: @Sendable () -> Date
  private var identifiers = ULIDGenerator()

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Opens the ledger at `path`, making the file (0600) and its directory (0700) where they are missing.
  ///
  /// Waits up to five seconds for another process that is changing the file's schema.
  package init(
    at path: String = LedgerFile.path(), process: ProcessStamp = .current,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws(LedgerError) {
    try LedgerFile.prepare(path)
    let database = try Database.open(path)
    try Schema.prepare(database)
    self.path = path
    self.database = database
    self.process = process
    self.now = now
  }

  /// Writes a task that begins now, in this process.
  package func begin(_ task: NewTask) throws(LedgerError) -> TaskID {
    let id = TaskID(identifiers.next(at: now()))
    try database.run(
      """
      INSERT INTO tasks (id, request, program, mode, model, budget_nanousd, budget_tokens, max_turns, max_images,
        may_move_up, state, started_ms, pid, pid_started, boot_id)
      VALUES (:id, :request, :program, :mode, :model, :budget, :tokens, :turns, :images,
        :move, 'running', :started, :pid, :pid_started, :boot)
      """,
      [
        "id": id.description, "request": task.request, "program": task.program,
        "mode": task.identity.mode.rawValue, "model": task.identity.model,
        "budget": task.limits.budget, "tokens": task.limits.tokens, "turns": task.limits.turns,
        "images": task.limits.images, "move": task.mayMoveUp ? 1 : 0, "started": now(), "pid": Int(process.pid),
        "pid_started": process.started,
        "boot": process.bootID,
      ])
    return id
  }

  /// Writes a turn whose call is about to be made.
  package func startTurn(of task: TaskID, _ turn: NewTurn) throws(LedgerError) -> TurnID {
    let id = TurnID(identifiers.next(at: now()))
    try database.run(
      """
      INSERT INTO turns (id, task_id, number, state, mode, host, requested_model, prompt_version, outline_tokens_est,
        images, image_tokens_est, started_ms, cost_source, retries, most_nanousd, most_tokens)
      SELECT :id, tasks.id, 1 + (SELECT count(*) FROM turns WHERE task_id = tasks.id), 'started', :mode, :host, :model,
        :prompt, :outline, :images, :image_tokens, :started, 'unknown', 0, :most_cost, :most_tokens
      FROM tasks WHERE tasks.id = :task
      """,
      [
        "id": id.description, "task": task.description, "mode": turn.identity.mode.rawValue,
        "host": turn.identity.host, "model": turn.identity.model, "prompt": turn.promptVersion,
        "outline": turn.outlineTokens, "images": turn.images, "image_tokens": turn.imageTokens, "started": now(),
        "most_cost": turn.most?.cost, "most_tokens": turn.most?.tokens,
      ])
    guard database.changes == 1 else { throw .noSuchTask(task.description) }
    return id
  }

  /// Completes a turn whose call was answered, and says what it cost: the reply's own cost, or the difference to what
  /// its session had cost before. What the model said is not written; `priceTableVersion` names the prices that a
  /// computed cost was computed with.
  @discardableResult
  package func finishTurn(
    _ turn: TurnID, with reply: ModelReply, duration: Duration, priceTableVersion: String? = nil
  ) throws(LedgerError) -> Cost {
    try complete(
      turn, duration, reply.reportedTotal,
      TurnEnd(
        state: .finished, resolvedModel: reply.resolvedModel, usage: reply.usage, cost: reply.cost,
        priceTableVersion: priceTableVersion, retries: reply.retries, stopReason: reply.stopReason.word,
        requestID: reply.requestID))
  }

  /// Completes a turn whose call failed or was cancelled, and says what it cost: unknown where the server may have
  /// billed it and the client reported no total.
  @discardableResult
  package func failTurn(
    _ turn: TurnID, with error: ModelError, duration: Duration, retries: Int = 0, reportedTotal: ReportedTotal? = nil
  ) throws(LedgerError) -> Cost {
    try complete(
      turn, duration, reportedTotal,
      TurnEnd(
        state: error == .cancelled ? .interrupted : .failed, cost: error.cost, retries: retries,
        errorType: error.word, httpStatus: error.status, requestID: error.requestID, isCounted: error.isCounted))
  }

  /// Writes what became of one command of a turn's reply.
  package func record(_ step: Step, of turn: TurnID) throws(LedgerError) {
    try database.run(
      """
      INSERT INTO steps (turn_id, number, verb, ref, route, effect, reason)
      SELECT turns.id, 1 + (SELECT count(*) FROM steps WHERE turn_id = turns.id), :verb, :ref, :route, :effect, :reason
      FROM turns WHERE turns.id = :turn
      """,
      [
        "turn": turn.description, "verb": step.verb, "ref": step.ref, "route": step.route, "effect": step.effect,
        "reason": step.reason,
      ])
    guard database.changes == 1 else { throw .noSuchTurn(turn.description) }
  }

  /// Writes the turn's end together with the session's new total, so that no crash can count a cost twice or never.
  private func complete(
    _ turn: TurnID, _ duration: Duration, _ total: ReportedTotal?, _ end: TurnEnd
  ) throws(LedgerError) -> Cost {
    try database.transaction { () throws(LedgerError) in
      var end = end
      if let total {
        let delta = try reportedDelta(of: total, turn: turn)
        if end.isCounted { end.cost = .reported(delta) }
      }
      try database.run(TurnEnd.update, end.parameters(turn: turn, duration: duration))
      guard database.changes == 1 else { throw .noSuchTurn(turn.description) }
      return end.cost
    }
  }
}
