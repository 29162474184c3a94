import Model

extension Ledger {
  /// What `total` adds to the last total of its session, which it then replaces. Never negative: a total below the last
  /// one means that the client counts from zero again. Belongs into the transaction that completes `turn`.
  func reportedDelta(of total: ReportedTotal, turn: TurnID) throws(LedgerError) -> NanoDollars {
    let amount = max(total.amount, .zero)
    let baseline = total.isFirst ? .zero : try lastTotal(of: total.session, turn: turn) ?? .zero
    try database.run(
      """
      INSERT INTO sessions (mode, id, total_nanousd, reported_ms)
      SELECT mode, :session, :total, :now FROM turns WHERE id = :turn
      ON CONFLICT DO UPDATE SET total_nanousd = excluded.total_nanousd, reported_ms = excluded.reported_ms
      """,
      ["session": total.session, "total": amount, "now": now(), "turn": turn.description])
    return amount < baseline ? amount : amount - baseline
  }

  private func lastTotal(of session: String, turn: TurnID) throws(LedgerError) -> NanoDollars? {
    try database.integer(
      """
      SELECT total_nanousd AS value FROM sessions
      WHERE id = :session AND mode = (SELECT mode FROM turns WHERE id = :turn)
      """, ["session": session, "turn": turn.description]
    ).map(NanoDollars.init(rawValue:))
  }
}
