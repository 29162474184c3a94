// How tasks end, and how one is taken up again.
extension Ledger {
  /// Writes that a task has ended; a turn of it that is still open becomes interrupted.
  package func end(_ task: TaskID, as state: TaskState) throws(LedgerError) {
    let ended = now()
    try database.transaction { () throws(LedgerError) in
      try database.run(
        "UPDATE tasks SET state = :state, ended_ms = :ended WHERE id = :task",
        ["state": state.rawValue, "ended": ended, "task": task.description])
      guard database.changes == 1 else { throw .noSuchTask(task.description) }
      try interruptTurns(of: task.description)
    }
  }

  /// Takes up a task again that has ended, in this process and within `limits`: its turns stay, new ones are added.
  package func resume(_ id: TaskID, limits: TaskLimits, mayMoveUp: Bool = false) throws(LedgerError) -> TaskRecord {
    try endAbandonedTasks()
    try database.run(
      """
      UPDATE tasks SET state = 'running', ended_ms = NULL, pid = :pid, pid_started = :pid_started, boot_id = :boot,
        budget_nanousd = :budget, budget_tokens = :tokens, max_turns = :turns, max_images = :images, may_move_up = :move
      WHERE id = :task AND state != 'running'
      """,
      [
        "task": id.description, "pid": Int(process.pid), "pid_started": process.started, "boot": process.bootID,
        "budget": limits.budget, "tokens": limits.tokens, "turns": limits.turns, "images": limits.images,
        "move": mayMoveUp ? 1 : 0,
      ])
    guard database.changes == 1 else {
      // Either there is no such task, which this says, or somebody else runs it.
      throw .taskIsRunning(try task(id).id.short)
    }
    return try task(id)
  }

  /// Ends the tasks whose process has vanished.
  func endAbandonedTasks() throws(LedgerError) {
    let running = try database.rows("SELECT id, pid, pid_started, boot_id FROM tasks WHERE state = 'running'") {
      row throws(LedgerError) in
      let stamp = ProcessStamp(
        pid: Int32(truncatingIfNeeded: try row.integer("pid")), started: try row.integer("pid_started"),
        bootID: try row.text("boot_id"))
      return (task: try row.text("id"), isRunning: stamp.isRunning)
    }
    for abandoned in running where !abandoned.isRunning {
      try database.transaction { () throws(LedgerError) in
        try interruptTurns(of: abandoned.task)
        // It may have ended properly in the meantime. When it vanished is not known: its last sign of life is.
        try database.run(
          """
          UPDATE tasks SET state = 'interrupted', ended_ms = max(started_ms,
            coalesce((SELECT max(started_ms + coalesce(duration_ms, 0)) FROM turns WHERE task_id = :task), 0))
          WHERE id = :task AND state = 'running'
          """, ["task": abandoned.task])
      }
    }
  }

  private func interruptTurns(of task: String) throws(LedgerError) {
    try database.run(
      "UPDATE turns SET state = 'interrupted' WHERE task_id = :task AND state = 'started'", ["task": task])
  }
}
