import Foundation

/// What each day cost, in the columns that users of ccusage know.
package struct DaysReport: UsageReport {
  package struct Day: Sendable, Hashable {
    /// Year, month and day.
    package var date: String
    /// Sorted by name.
    package var models: [String]
    package var total: Total
  }

  package let days: [Day]
  package let total: Total

  /// The time zone decides to which day a turn belongs.
  package init(_ turns: [TurnRecord], in zone: TimeZone) {
    days = Dictionary(grouping: turns) { Cell.day($0.started, zone) }
      .map { date, turns in
        Day(date: date, models: Set(turns.map(\.model)).sorted(), total: Total(turns))
      }
      .sorted { $0.date < $1.date }
    total = Total(turns)
  }

  package var table: Table {
    Table(
      columns: [Table.Column("Date"), Table.Column("Models", overflow: .wrap(lines: 8))] + Total.columns,
      rows: days.map { day in
        [day.date, day.models.map(Cell.model).joined(separator: ", ")] + day.total.cells
      },
      totals: ["Total", ""] + total.cells,
      notes: total.notes)
  }
}

extension DaysReport: Encodable {
  package enum CodingKeys: String, CodingKey {
    case days = "daily"
    case total = "totals"
  }
}

extension DaysReport.Day: Encodable {
  package enum CodingKeys: String, CodingKey {
    case date, modelsUsed
  }

  package func encode(to encoder: any Encoder) throws {
    try total.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(date, forKey: .date)
    try container.encode(models, forKey: .modelsUsed)
  }
}
