/// The running totals that a client reports, by session, and what each adds to the one before it.
struct RunningTotal: Sendable {
  private var last: [String: NanoDollars] = [:]

  /// Takes a total in dollars; nil for what is no amount of money.
  mutating func take(_ dollars: Double?, session: String) -> (total: ReportedTotal, delta: NanoDollars)? {
    guard let dollars, dollars.isFinite, (0...Self.most).contains(dollars) else { return nil }
    let amount = NanoDollars(rawValue: Int64((dollars * 1e9).rounded()))
    let before = last.updateValue(amount, forKey: session)
    let total = ReportedTotal(session: session, amount: amount, isFirst: before == nil)
    // A total below the last one counts from zero again.
    guard let before, before <= amount else { return (total, amount) }
    return (total, amount - before)
  }

  /// More dollars than anybody spends, and few enough for an integer.
  private static let most = 1e9
}
