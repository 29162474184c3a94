import Foundation
import Model

// Every reading first ends the tasks whose process has vanished, so that none is shown as running that is not.
extension Ledger {
  /// The newest tasks that started in a period, oldest first. The period's end is not in it.
  package func tasks(since: Date? = nil, until: Date? = nil, limit: Int? = nil) throws(LedgerError) -> [TaskRecord] {
    try endAbandonedTasks()
    // A negative limit is none.
    return try database.rows(
      TaskRecord.query + " WHERE \(Self.period) ORDER BY started_ms DESC, id DESC LIMIT :limit",
      ["since": since, "until": until, "limit": limit ?? -1]
    ) { row throws(LedgerError) in try TaskRecord(row, path: path) }.reversed()
  }

  /// The tasks in a state, oldest first.
  package func tasks(in state: TaskState) throws(LedgerError) -> [TaskRecord] {
    try endAbandonedTasks()
    return try database.rows(
      TaskRecord.query + " WHERE state = :state ORDER BY started_ms, id", ["state": state.rawValue]
    ) {
      row throws(LedgerError) in try TaskRecord(row, path: path)
    }
  }

  package func task(_ id: TaskID) throws(LedgerError) -> TaskRecord {
    try endAbandonedTasks()
    let tasks = try database.rows(TaskRecord.query + " WHERE id = :id", ["id": id.description]) {
      row throws(LedgerError) in try TaskRecord(row, path: path)
    }
    guard let task = tasks.first else { throw .noSuchTask(id.description) }
    return task
  }

  /// The task whose id is `text`, or the only one whose id ends in it, as tables show it; `last` is the newest. No id ends
  /// in that.
  package func task(named text: String) throws(LedgerError) -> TaskRecord {
    if text == "last" {
      guard let last = try tasks(limit: 1).first else { throw .noTask }
      return last
    }
    let ending = text.uppercased()
    let ids = try database.rows(
      "SELECT id FROM tasks WHERE substr(id, -length(:ending)) = :ending LIMIT 2", ["ending": ending]
    ) { row throws(LedgerError) in try row.text("id") }
    guard let only = ids.first.flatMap({ TaskID($0) }) else { throw .noSuchTask(text) }
    guard ids.count == 1 else { throw .ambiguousTask(text) }
    return try task(only)
  }

  /// The newest task that ended before it was done; nil where there is none.
  package func lastUnfinishedTask() throws(LedgerError) -> TaskRecord? {
    try endAbandonedTasks()
    return try database.rows(
      TaskRecord.query + " WHERE state NOT IN ('running', 'done') ORDER BY started_ms DESC, id DESC LIMIT 1"
    ) { row throws(LedgerError) in try TaskRecord(row, path: path) }.first
  }

  /// What the turns of a task have taken of its limits so far.
  package func use(of task: TaskID) throws(LedgerError) -> TaskUse {
    let uses = try database.rows(TaskUse.query, ["task": task.description]) {
      row throws(LedgerError) in try TaskUse(row)
    }
    return uses.first ?? TaskUse()
  }

  /// The sums of a task's turns so far. A turn whose call is under way counts as one of unknown cost.
  package func total(of task: TaskID) throws(LedgerError) -> Total {
    let totals = try database.rows(
      "SELECT \(Total.sums) FROM turns WHERE task_id = :task", ["task": task.description]
    ) { row throws(LedgerError) in try Total(row) }
    return totals.first ?? Total()
  }

  /// The turns of a task, in their order.
  package func turns(of task: TaskID) throws(LedgerError) -> [TurnRecord] {
    try endAbandonedTasks()
    return try database.rows(
      "SELECT * FROM turns_with_totals WHERE task_id = :task ORDER BY number", ["task": task.description]
    ) { row throws(LedgerError) in try TurnRecord(row, path: path) }
  }

  /// The newest turns that started in a period, oldest first. The period's end is not in it.
  package func turns(since: Date? = nil, until: Date? = nil, limit: Int? = nil) throws(LedgerError) -> [TurnRecord] {
    try endAbandonedTasks()
    return try database.rows(
      "SELECT * FROM turns_with_totals WHERE \(Self.period) ORDER BY started_ms DESC, id DESC LIMIT :limit",
      ["since": since, "until": until, "limit": limit ?? -1]
    ) { row throws(LedgerError) in try TurnRecord(row, path: path) }.reversed()
  }

  /// The steps of a turn, in their order.
  package func steps(of turn: TurnID) throws(LedgerError) -> [Step] {
    try database.rows("SELECT * FROM steps WHERE turn_id = :turn ORDER BY number", ["turn": turn.description]) {
      row throws(LedgerError) in try Step(row)
    }
  }

  /// The steps of all turns of a task, each turn's in their order.
  package func steps(of task: TaskID) throws(LedgerError) -> [TurnID: [Step]] {
    let steps = try database.rows(
      """
      SELECT steps.* FROM steps JOIN turns ON turns.id = turn_id
      WHERE task_id = :task ORDER BY turns.number, steps.number
      """, ["task": task.description]
    ) { row throws(LedgerError) in
      guard let turn = TurnID(try row.text("turn_id")) else { throw LedgerError.damaged(path: path) }
      return (turn: turn, step: try Step(row))
    }
    return Dictionary(grouping: steps, by: \.turn).mapValues { $0.map(\.step) }
  }

  /// Written so that an index on the start serves it, whether or not there are bounds.
  private static let period = "started_ms >= coalesce(:since, 0) AND started_ms < coalesce(:until, \(Int64.max))"
}

extension Step {
  fileprivate init(_ row: borrowing Statement) throws(LedgerError) {
    self.init(
      verb: try row.text("verb"), ref: try row.optionalText("ref"), route: try row.optionalText("route"),
      effect: try row.text("effect"), reason: try row.optionalText("reason"))
  }
}
