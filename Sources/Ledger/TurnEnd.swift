import Model

/// What is written of a turn once its call is over.
struct TurnEnd: Sendable {
  var state: TurnState
  var resolvedModel: String?
  var usage = Usage()
  var cost: Cost
  var priceTableVersion: String?
  var retries: Int
  var stopReason: String?
  var errorType: String?
  var httpStatus: Int?
  var requestID: String?
  /// Whether a total that the model client reports holds all that the turn can have cost.
  var isCounted = true

  static let update = """
    UPDATE turns SET state = :state, resolved_model = :resolved, duration_ms = :duration,
      input_tokens = :input, cache_read_tokens = :read, cache_write_5m_tokens = :write_5m,
      cache_write_1h_tokens = :write_1h, output_tokens = :output, thinking_tokens = :thinking,
      cost_nanousd = :cost, cost_source = :source, price_table_version = :prices, retries = :retries,
      stop_reason = :stop, error_type = :error, http_status = :status, request_id = :request
    WHERE id = :turn
    """

  func parameters(turn: TurnID, duration: Duration) -> [String: any Bindable] {
    [
      "turn": turn.description, "state": state.rawValue, "resolved": resolvedModel, "duration": duration,
      "input": usage.input, "read": usage.cacheRead, "write_5m": usage.cacheWrite5m, "write_1h": usage.cacheWrite1h,
      "output": usage.output, "thinking": usage.thinking,
      "cost": cost.amount, "source": cost.source, "prices": priceTableVersion, "retries": retries,
      "stop": stopReason, "error": errorType, "status": httpStatus, "request": requestID,
    ]
  }
}
