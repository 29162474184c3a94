import Foundation
import Model

extension Ledger {
  /// How much of each cap is used now. The time zone decides when a day or a month begins.
  package func use(of caps: [Cap], in zone: TimeZone = .current) throws(LedgerError) -> [CapUse] {
    var uses: [CapUse] = []
    for cap in caps { uses.append(try use(of: cap, in: zone)) }
    return uses
  }

  /// Writes a turn whose call is about to be made; nil, and nothing is written, where another task has meanwhile taken
  /// what this call could cost.
  package func startTurn(
    of task: TaskID, _ turn: NewTurn, within caps: [Cap], in zone: TimeZone = .current
  ) throws(LedgerError) -> TurnID? {
    try database.transaction { () throws(LedgerError) in
      if let most = turn.most?.cost {
        for use in try use(of: caps, in: zone) where use.left < most { return nil }
      }
      return try startTurn(of: task, turn)
    }
  }

  private func use(of cap: Cap, in zone: TimeZone) throws(LedgerError) -> CapUse {
    var conditions: [String] = []
    var parameters: [String: any Bindable] = [:]
    if let mode = cap.mode {
      conditions.append("mode = :mode")
      parameters["mode"] = mode.rawValue
    }
    if let start = cap.period.start(at: now(), in: zone) {
      conditions.append("started_ms >= :since")
      parameters["since"] = start
    }
    let agreed = try agreed(beyond: cap, in: zone)
    let uses = try database.rows(
      """
      SELECT sum(coalesce(cost_nanousd, most_nanousd, 0)) FILTER (WHERE state != 'started') AS spent,
        sum(coalesce(cost_nanousd, most_nanousd, 0)) FILTER (WHERE state = 'started') AS under_way,
        sum(cost_nanousd IS NULL AND most_nanousd IS NULL) AS unknown
      FROM turns
      """ + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")),
      parameters
    ) { row throws(LedgerError) in
      CapUse(
        cap: cap, agreed: agreed, spent: NanoDollars(rawValue: try row.optionalInteger("spent") ?? 0),
        underWay: NanoDollars(rawValue: try row.optionalInteger("under_way") ?? 0),
        unknown: Int(try row.optionalInteger("unknown") ?? 0))
    }
    return uses.first ?? CapUse(cap: cap, agreed: agreed)
  }
}
