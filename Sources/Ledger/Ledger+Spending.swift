import Foundation
import Model

extension Ledger {
  /// What was spent from `since` on, by one mode or by all. Costs that are not known are counted, not added; a call
  /// that is under way is one of them.
  package func spent(since: Date? = nil, mode: BillingMode? = nil) throws(LedgerError) -> CostTotal {
    // Each combination has a query of its own, because none that holds for all can use an index.
    var conditions: [String] = []
    var parameters: [String: any Bindable] = [:]
    if let mode {
      conditions.append("mode = :mode")
      parameters["mode"] = mode.rawValue
    }
    if let since {
      conditions.append("started_ms >= :since")
      parameters["since"] = since
    }
    let totals = try database.rows(
      "SELECT sum(ifnull(cost_nanousd, 0)) AS known, sum(cost_nanousd IS NULL) AS unknown FROM turns"
        + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")),
      parameters
    ) { row throws(LedgerError) in
      CostTotal(
        known: NanoDollars(rawValue: try row.optionalInteger("known") ?? 0),
        unknown: Int(try row.optionalInteger("unknown") ?? 0))
    }
    return totals.first ?? CostTotal()
  }

  /// What was spent in a period up to now: today, this month, or since the ledger began.
  package func spent(
    _ period: SpendingPeriod, mode: BillingMode? = nil, in zone: TimeZone = .current
  ) throws(LedgerError) -> CostTotal {
    try spent(since: period.start(at: now(), in: zone), mode: mode)
  }
}
