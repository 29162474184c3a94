import Model

/// A limit on what all tasks together may spend in a period, in one billing mode or in all.
package struct Cap: Sendable, Hashable {
  /// Nil: whoever pays.
  package var mode: BillingMode?
  package var period: SpendingPeriod
  package var limit: NanoDollars

  package init(mode: BillingMode? = nil, period: SpendingPeriod, limit: NanoDollars) {
    self.mode = mode
    self.period = period
    self.limit = limit
  }

  /// Whether calls in `mode` count towards it. What is free needs no cap.
  package func covers(_ mode: BillingMode) -> Bool {
    mode != .offline && (self.mode == nil || self.mode == mode)
  }

  /// What the configuration, the ledger and `--json` call it: "cap-day-usd", "cap-api-total-usd".
  package var key: String {
    let parts = ["cap", mode?.rawValue, period.word, "usd"]
    return parts.compactMap(\.self).joined(separator: "-")
  }

  /// One for each mode that costs something and for all of them, in each period, without a limit yet.
  package static var all: [Cap] {
    let modes: [BillingMode?] = [nil] + BillingMode.allCases.filter { $0 != .offline }
    return modes.flatMap { mode in
      SpendingPeriod.allCases.map { Cap(mode: mode, period: $0, limit: .zero) }
    }
  }
}

extension SpendingPeriod {
  fileprivate var word: String {
    switch self {
    case .today: "day"
    case .thisMonth: "month"
    case .ever: "total"
    }
  }
}
