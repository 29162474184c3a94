import Foundation
import Model

// What a person declared about their money. Declaring again replaces, nil takes back.
extension Ledger {
  /// Declares how much prepaid API credit there is now.
  package func declareBalance(_ amount: NanoDollars?) throws(LedgerError) {
    try declare("balance", amount)
  }

  /// Declares which plan's pool the subscription draws from, and on which day of the month it is filled.
  package func declarePlan(_ plan: Plan?, resetDay: ResetDay) throws(LedgerError) {
    try declare("plan", plan?.pool, plan: plan, resetDay: resetDay)
  }

  /// Agrees to `amount` beyond a cap, until its period ends.
  package func agree(to amount: NanoDollars, beyond cap: Cap) throws(LedgerError) {
    try declare(cap.key, amount)
  }

  /// What was agreed to beyond a cap in the period that runs.
  func agreed(beyond cap: Cap, in zone: TimeZone) throws(LedgerError) -> NanoDollars {
    guard let declaration = try declaration(cap.key), let amount = declaration.amount else { return .zero }
    if let start = cap.period.start(at: now(), in: zone), declaration.date < start { return .zero }
    return amount
  }

  /// The prepaid API credit, and what the API took from it since it was declared.
  package func balance() throws(LedgerError) -> Fund? {
    guard let declaration = try declaration("balance"), let amount = declaration.amount else { return nil }
    return Fund(
      kind: .balance, amount: amount, since: declaration.date, spent: try spent(since: declaration.date, mode: .api))
  }

  /// The plan's pool, and what the subscription took from it since its last reset.
  package func pool(in zone: TimeZone = .current) throws(LedgerError) -> Fund? {
    guard let declaration = try declaration("plan"), let amount = declaration.amount else { return nil }
    guard let plan = declaration.plan.flatMap(Plan.init), let day = declaration.resetDay.flatMap(ResetDay.init)
    else { throw .damaged(path: path) }
    let period = day.period(around: now(), in: zone)
    return Fund(
      kind: .pool(plan), amount: amount, since: period.start, resets: period.end,
      spent: try spent(since: period.start, mode: .subscription))
  }

  private struct Declaration {
    var amount: NanoDollars?
    var plan: String?
    var resetDay: Int?
    var date: Date
  }

  private func declaration(_ kind: String) throws(LedgerError) -> Declaration? {
    try database.rows(
      "SELECT * FROM declarations WHERE kind = :kind ORDER BY id DESC LIMIT 1", ["kind": kind]
    ) { row throws(LedgerError) in
      Declaration(
        amount: try row.optionalInteger("amount_nanousd").map(NanoDollars.init(rawValue:)),
        plan: try row.optionalText("plan"), resetDay: try row.optionalInteger("reset_day").map(Int.init),
        date: Date(milliseconds: try row.integer("declared_ms")))
    }.first
  }

  private func declare(
    _ kind: String, _ amount: NanoDollars?, plan: Plan? = nil, resetDay: ResetDay? = nil
  ) throws(LedgerError) {
    try database.run(
      """
      INSERT INTO declarations (kind, amount_nanousd, plan, reset_day, declared_ms)
      VALUES (:kind, :amount, :plan, :day, :now)
      """,
      ["kind": kind, "amount": amount, "plan": plan?.rawValue, "day": resetDay?.day, "now": now()])
  }
}
