import Model

/// What the turns of a task have taken of its limits so far.
package struct TaskUse: Sendable, Hashable {
  package var cost: CostTotal
  /// With calls of unknown cost at the most that they can have cost; nil where one has no such bound.
  package var mostCost: NanoDollars?
  /// With calls that reported none at the most that they can have used.
  package var tokens: Int
  package var turns: Int
  package var images: Int

  package init(
    cost: CostTotal = CostTotal(), mostCost: NanoDollars? = .zero, tokens: Int = 0, turns: Int = 0, images: Int = 0
  ) {
    self.cost = cost
    self.mostCost = mostCost
    self.tokens = tokens
    self.turns = turns
    self.images = images
  }
}

extension TaskUse {
  static let query = """
    SELECT count(*) AS turns, sum(images) AS images,
      sum(ifnull(cost_nanousd, 0)) AS known, sum(cost_nanousd IS NULL) AS unknown,
      sum(coalesce(cost_nanousd, most_nanousd, 0)) AS most_cost,
      sum(cost_nanousd IS NULL AND most_nanousd IS NULL) AS unbounded,
      sum(CASE
        WHEN input_tokens IS NOT NULL AND output_tokens IS NOT NULL
          THEN input_tokens + ifnull(cache_read_tokens, 0) + ifnull(cache_write_5m_tokens, 0)
            + ifnull(cache_write_1h_tokens, 0) + output_tokens
        WHEN state = 'failed' AND cost_nanousd = 0 THEN 0 -- the server did nothing for it
        ELSE ifnull(most_tokens, 0)
      END) AS tokens
    FROM turns WHERE task_id = :task
    """

  init(_ row: borrowing Statement) throws(LedgerError) {
    cost = CostTotal(
      known: NanoDollars(rawValue: try row.optionalInteger("known") ?? 0),
      unknown: Int(try row.optionalInteger("unknown") ?? 0))
    let isBounded = try row.optionalInteger("unbounded") ?? 0 == 0
    mostCost = isBounded ? NanoDollars(rawValue: try row.optionalInteger("most_cost") ?? 0) : nil
    tokens = Int(try row.optionalInteger("tokens") ?? 0)
    turns = Int(try row.optionalInteger("turns") ?? 0)
    images = Int(try row.optionalInteger("images") ?? 0)
  }
}
