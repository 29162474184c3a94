import Ledger

extension TaskRunner {
  /// Writes that the task begins, or goes on, and tells the person; returns what was done of it before.
  mutating func begin() async throws(LedgerError) -> (TaskID, [Step]) {
    let limits = TaskLimits(budget.limits)
    guard let pastTask else {
      let task = try await ledger.begin(
        NewTask(
          request: request, program: steps.observer.window.program, identity: model.identity, limits: limits,
          mayMoveUp: !ladder.isEmpty))
      tellOfStart(task, past: nil)
      return (task, [])
    }
    _ = try await ledger.resume(pastTask, limits: limits, mayMoveUp: !ladder.isEmpty)
    let past = try await ledger.use(of: pastTask)
    budget = Budget(limits: budget.limits, past: past)
    steps.imagesTaken = past.images
    let done = try await ledger.steps(of: pastTask)
    let turns = try await ledger.turns(of: pastTask)
    tellOfStart(pastTask, past: past)
    return (pastTask, turns.flatMap { done[$0.id] ?? [] })
  }

  private func tellOfStart(_ task: TaskID, past: TaskUse?) {
    person.see(
      .started(
        TaskStart(
          id: task.description, request: request, window: steps.observer.window, identity: model.identity,
          limits: budget.limits, past: past, daysOfOldPrice: prices.daysTooOld(of: model.identity.model))))
  }
}

extension TaskLimits {
  init(_ limits: Limits) {
    self.init(budget: limits.money, tokens: limits.tokens, turns: limits.turns, images: limits.images)
  }
}
