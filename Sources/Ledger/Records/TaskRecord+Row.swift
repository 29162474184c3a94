import Foundation
import Model

extension TaskRecord {
  /// Tasks with the sums of their turns; a WHERE and an ORDER BY may follow.
  static let query = """
    SELECT * FROM tasks LEFT JOIN (
      SELECT task_id, \(Total.sums)
      FROM turns GROUP BY task_id
    ) ON task_id = id
    """

  init(_ row: borrowing Statement, path: String) throws(LedgerError) {
    guard let id = TaskID(try row.text("id")), let mode = BillingMode(rawValue: try row.text("mode")),
      let state = TaskState(rawValue: try row.text("state"))
    else { throw .damaged(path: path) }
    self.id = id
    self.mode = mode
    self.state = state
    request = try row.optionalText("request")
    program = try row.optionalText("program")
    model = try row.text("model")
    mayMoveUp = try row.integer("may_move_up") != 0
    limits = TaskLimits(
      budget: try row.optionalInteger("budget_nanousd").map(NanoDollars.init(rawValue:)),
      tokens: try row.optionalInteger("budget_tokens").map(Int.init),
      turns: try row.optionalInteger("max_turns").map(Int.init),
      images: try row.optionalInteger("max_images").map(Int.init))
    started = Date(milliseconds: try row.integer("started_ms"))
    ended = try row.optionalInteger("ended_ms").map(Date.init(milliseconds:))
    total = try Total(row)
  }
}

extension Total {
  /// The columns of a row of sums over turns.
  static let sums = """
    count(*) AS turns,
    sum(input_tokens IS NULL OR output_tokens IS NULL) AS unreported,
    sum(ifnull(input_tokens, 0)) AS input,
    sum(ifnull(output_tokens, 0)) AS output,
    sum(ifnull(cache_write_5m_tokens, 0) + ifnull(cache_write_1h_tokens, 0)) AS cache_write,
    sum(ifnull(cache_read_tokens, 0)) AS cache_read,
    sum(images) AS images,
    sum(ifnull(cost_nanousd, 0)) AS known_cost,
    sum(cost_nanousd IS NULL) AS unknown_costs,
    sum(coalesce(cost_nanousd, most_nanousd)) AS most_cost,
    sum(cost_nanousd IS NULL AND most_nanousd IS NULL) AS unbounded_costs,
    sum(cost_nanousd) FILTER (WHERE cost_source = 'reported') AS reported_cost
    """

  /// The sums in a row; zeros where there are no turns.
  init(_ row: borrowing Statement) throws(LedgerError) {
    turns = Int(try row.optionalInteger("turns") ?? 0)
    unreported = Int(try row.optionalInteger("unreported") ?? 0)
    input = Int(try row.optionalInteger("input") ?? 0)
    output = Int(try row.optionalInteger("output") ?? 0)
    cacheWrite = Int(try row.optionalInteger("cache_write") ?? 0)
    cacheRead = Int(try row.optionalInteger("cache_read") ?? 0)
    images = Int(try row.optionalInteger("images") ?? 0)
    cost = CostTotal(
      known: NanoDollars(rawValue: try row.optionalInteger("known_cost") ?? 0),
      unknown: Int(try row.optionalInteger("unknown_costs") ?? 0))
    let isBounded = try row.optionalInteger("unbounded_costs") ?? 0 == 0
    mostCost = isBounded ? NanoDollars(rawValue: try row.optionalInteger("most_cost") ?? 0) : nil
    reported = NanoDollars(rawValue: try row.optionalInteger("reported_cost") ?? 0)
  }
}
