import Foundation

/// What each turn cost: its delta, and its task's total after it.
package struct TurnsReport: UsageReport {
  package let turns: [TurnRecord]
  package let total: Total
  private let zone: TimeZone

  /// The table gives times in `zone`.
  package init(_ turns: [TurnRecord], in zone: TimeZone) {
    self.turns = turns
    self.zone = zone
    total = Total(turns)
  }

  /// Amounts are exact, so that the deltas can be seen to add up to the total.
  package var table: Table {
    Table(
      columns: [
        Table.Column("Turn"), Table.Column("Started", dispensable: 4), Table.Column("Model", dispensable: 5),
        Table.Column("Input", .right), Table.Column("Output", .right),
        Table.Column("Cache Create", .right, dispensable: 3), Table.Column("Cache Read", .right, dispensable: 2),
        Table.Column("Delta (USD)", .right), Table.Column("Task (USD)", .right),
        Table.Column("State", dispensable: 1),
      ],
      rows: turns.map { turn in
        [
          "\(turn.task.short)/\(turn.number)",
          String(Cell.minute(turn.started, zone).dropFirst(5)), Cell.model(turn.model), Cell.number(turn.usage.input),
          Cell.number(turn.usage.output),
          Cell.number(turn.usage.cacheWrite), Cell.number(turn.usage.cacheRead), turn.cost.description,
          turn.taskCostAfter.exactShort, turn.state.rawValue,
        ]
      },
      totals: [
        "Total", "", "", Cell.number(total.input), Cell.number(total.output), Cell.number(total.cacheWrite),
        Cell.number(total.cacheRead), total.cost.exactShort, "", "",
      ],
      notes: total.notes)
  }
}

extension TurnsReport: Encodable {
  package enum CodingKeys: String, CodingKey {
    case turns
    case total = "totals"
  }

  package var rows: [any Encodable] { turns }

  package var rowKeys: [String] { TurnRecord.CodingKeys.allCases.map(\.stringValue) }
}
