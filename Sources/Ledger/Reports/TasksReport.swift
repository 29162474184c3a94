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
        Table.Column("Model", overflow: .wrap(lines: 2)), Table.Column("State"), Table.Column("Turns", .right),
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
}

extension TaskRecord: Encodable {
  package enum CodingKeys: String, CodingKey {
    case id, request, program, mode, model, state
    case startedAt, endedAt
    /// Limits, left out where there is none.
    case budgetUSD, budgetNanoUSD, budgetTokens, maxTurns, maxImages
  }

  /// The fields of the task and, beside them, those of its sums.
  package func encode(to encoder: any Encoder) throws {
    try total.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id.description, forKey: .id)
    try container.encodeIfPresent(request, forKey: .request)
    try container.encodeIfPresent(program, forKey: .program)
    try container.encode(mode, forKey: .mode)
    try container.encode(model, forKey: .model)
    try container.encode(state, forKey: .state)
    try container.encode(started, forKey: .startedAt)
    try container.encodeIfPresent(ended, forKey: .endedAt)
    try container.encodeIfPresent(limits.budget?.dollars, forKey: .budgetUSD)
    try container.encodeIfPresent(limits.budget, forKey: .budgetNanoUSD)
    try container.encodeIfPresent(limits.tokens, forKey: .budgetTokens)
    try container.encodeIfPresent(limits.turns, forKey: .maxTurns)
    try container.encodeIfPresent(limits.images, forKey: .maxImages)
  }
}
