import Foundation

/// What each task cost.
package struct TasksReport: UsageReport {
  package let tasks: [TaskRecord]
  package let total: Total
  private let zone: TimeZone

  /// The table gives times in `zone`.
  package init(_ tasks: [TaskRecord], in zone: TimeZone) {
    self.tasks = tasks
    self.zone = zone
    total = tasks.reduce(into: Total()) { $0 += $1.total }
  }

  package var table: Table {
    Table(
      columns: [
        Table.Column("Task"), Table.Column("Started"), Table.Column("Request", overflow: .wrap(lines: 2)),
        Table.Column("Model", overflow: .wrap(lines: 2), dispensable: 3), Table.Column("State", dispensable: 2),
        Table.Column("Turns", .right, dispensable: 1),
        Table.Column("Total Tokens", .right), Table.Column("Cost (USD)", .right),
      ],
      rows: tasks.map { task in
        [
          task.id.short, Cell.minute(task.started, zone), task.request ?? "-", Cell.model(task.model),
          task.state.rawValue, Cell.number(task.total.turns), Cell.number(task.total.tokens), task.total.cost.short,
        ]
      },
      totals: ["Total", "", "", "", "", Cell.number(total.turns), Cell.number(total.tokens), total.cost.short],
      notes: total.notes)
  }
}

extension TasksReport: Encodable {
  package enum CodingKeys: String, CodingKey {
    case tasks
    case total = "totals"
  }

  package var rows: [any Encodable] { tasks }

  package var rowKeys: [String] { TaskRecord.CodingKeys.allCases.map(\.stringValue) + Total.keys }
}
