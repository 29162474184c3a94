import Foundation
import Model

extension TurnRecord {
  /// A row of the view `turns_with_totals`.
  init(_ row: borrowing Statement, path: String) throws(LedgerError) {
    guard let id = TurnID(try row.text("id")), let task = TaskID(try row.text("task_id")),
      let state = TurnState(rawValue: try row.text("state")), let mode = BillingMode(rawValue: try row.text("mode")),
      let cost = Cost(source: try row.text("cost_source"), amount: try row.optionalInteger("cost_nanousd"))
    else { throw .damaged(path: path) }
    self.id = id
    self.task = task
    self.state = state
    self.mode = mode
    self.cost = cost
    number = Int(try row.integer("number"))
    program = try row.optionalText("program")
    host = try row.optionalText("host")
    requestedModel = try row.text("requested_model")
    resolvedModel = try row.optionalText("resolved_model")
    promptVersion = try row.text("prompt_version")
    outlineTokens = try row.optionalInteger("outline_tokens_est").map(Int.init)
    images = Int(try row.integer("images"))
    imageTokens = Int(try row.integer("image_tokens_est"))
    started = Date(milliseconds: try row.integer("started_ms"))
    milliseconds = try row.optionalInteger("duration_ms").map(Int.init)
    usage = try Usage(row)
    mostCost = try row.optionalInteger("most_nanousd").map(NanoDollars.init(rawValue:))
    priceTableVersion = try row.optionalText("price_table_version")
    taskCostAfter = CostTotal(
      known: NanoDollars(rawValue: try row.integer("task_cost_after_nanousd")),
      unknown: Int(try row.integer("task_unknown_costs_after")))
    retries = Int(try row.integer("retries"))
    stopReason = try row.optionalText("stop_reason")
    errorType = try row.optionalText("error_type")
    httpStatus = try row.optionalInteger("http_status").map(Int.init)
    requestID = try row.optionalText("request_id")
  }
}

extension Usage {
  fileprivate init(_ row: borrowing Statement) throws(LedgerError) {
    self.init(
      input: try row.optionalInteger("input_tokens").map(Int.init),
      cacheRead: try row.optionalInteger("cache_read_tokens").map(Int.init),
      cacheWrite5m: try row.optionalInteger("cache_write_5m_tokens").map(Int.init),
      cacheWrite1h: try row.optionalInteger("cache_write_1h_tokens").map(Int.init),
      output: try row.optionalInteger("output_tokens").map(Int.init),
      thinking: try row.optionalInteger("thinking_tokens").map(Int.init))
  }
}
