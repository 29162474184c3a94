import Foundation

/// What turns cost, summed by something that they have in common, in the columns that users of ccusage know.
package struct GroupsReport: UsageReport {
  /// What turns are summed by.
  package enum Key: String, Sendable, CaseIterable {
    case day, month, model, mode, program
  }

  package struct Group: Sendable, Hashable {
    /// The day, the model, …; nil for turns that have none.
    package var name: String?
    package var total: Total
    /// Sorted by name.
    package var models: [ModelTotal]

    init(_ name: String?, _ turns: [TurnRecord]) {
      self.name = name
      total = Total(turns)
      models = Dictionary(grouping: turns, by: \.modelFamily)
        .map { ModelTotal(name: $0.key, total: Total($0.value)) }
        .sorted { $0.name < $1.name }
    }
  }

  /// What one model cost within a group.
  package struct ModelTotal: Sendable, Hashable {
    package var name: String
    package var total: Total
  }

  package let key: Key
  /// Days and months in their order, anything else with the dearest first.
  package let groups: [Group]
  package let total: Total

  /// The time zone decides to which day or month a turn belongs.
  package init(_ turns: [TurnRecord], by key: Key, in zone: TimeZone) {
    self.key = key
    total = Total(turns)
    let groups = Dictionary(grouping: turns) { key.name(of: $0, zone) }.map { Group($0.key, $0.value) }
    self.groups = groups.sorted { left, right in
      if !key.isTime, left.total.cost.known != right.total.cost.known {
        return left.total.cost.known > right.total.cost.known
      }
      return (left.name ?? "") < (right.name ?? "")
    }
  }

  package var table: Table {
    let showsModels = key != .model
    let models = showsModels ? [Table.Column("Models", overflow: .wrap(lines: 8))] : []
    return Table(
      columns: [Table.Column(key.title)] + models + Total.columns,
      rows: groups.map { group in
        let name = group.name.map { key == .model ? Cell.model($0) : $0 } ?? "-"
        let models = group.models.map { Cell.model($0.name) }.joined(separator: ", ")
        return [name] + (showsModels ? [models] : []) + group.total.cells
      },
      totals: ["Total"] + (showsModels ? [""] : []) + total.cells,
      notes: total.notes)
  }
}

extension GroupsReport.Key {
  fileprivate var isTime: Bool { self == .day || self == .month }

  fileprivate var title: String { self == .day ? "Date" : rawValue.capitalized }

  fileprivate func name(of turn: TurnRecord, _ zone: TimeZone) -> String? {
    switch self {
    case .day: Cell.day(turn.started, zone)
    case .month: String(Cell.day(turn.started, zone).prefix(7))
    case .model: turn.modelFamily
    case .mode: turn.mode.rawValue
    case .program: turn.program
    }
  }
}
