import Model

extension TaskReport {
  /// Amounts are exact, so that the deltas can be seen to add up to the total. Every command has a line of its own.
  package var table: Table {
    let showsImages = total.images > 0
    let image = showsImages ? [Table.Column("Pictures", .right, dispensable: 3)] : []
    return Table(
      columns: [
        Table.Column("Turn", .right), Table.Column("Command"), Table.Column("Route", dispensable: 6),
        Table.Column("Effect", overflow: .wrap(lines: 3)), Table.Column("Input", .right, dispensable: 1),
        Table.Column("Output", .right, dispensable: 2), Table.Column("Cache Create", .right, dispensable: 5),
        Table.Column("Cache Read", .right, dispensable: 4),
      ] + image + [Table.Column("Delta (USD)", .right), Table.Column("Total (USD)", .right)],
      rows: turns.flatMap { turn in
        let lines = turn.lines
        let first = [String(turn.record.number)] + lines[0] + turn.cells(showsImages: showsImages)
        return [first] + lines.dropFirst().map { [""] + $0 + first.dropFirst(4).map { _ in "" } }
      },
      totals: ["", "Total", "", "", Cell.number(total.input), Cell.number(total.output)]
        + [total.cacheWrite, total.cacheRead].map { Cell.number($0) }
        + (showsImages ? [Cell.number(total.images)] : []) + [total.cost.exactShort, ""],
      notes: notes)
  }
}

extension TaskReport.Turn {
  /// A command, its route and its effect a line; what became of the turn where it has no commands.
  fileprivate var lines: [[String]] {
    guard steps.isEmpty else { return steps.map { [$0.command, $0.route ?? "-", $0.outcome] } }
    return [["-", "-", fate]]
  }

  /// What became of the turn itself.
  var fate: String {
    let status = record.httpStatus.map { "HTTP \($0)" }
    let reason = [record.errorType?.replacing("_", with: " "), status].compactMap(\.self).joined(separator: ", ")
    switch record.state {
    case .finished: return "no commands"
    case .started: return "under way"
    case .failed, .interrupted: return reason.isEmpty ? record.state.rawValue : "\(record.state.rawValue): \(reason)"
    }
  }

  /// "$0.00031", or "$? ≤$0.0021" where it is unknown and has a bound.
  private var delta: String {
    let bound = record.cost == .unknown ? record.mostCost.map { " ≤\($0.short)" } : nil
    return record.cost.description + (bound ?? "")
  }

  fileprivate func cells(showsImages: Bool) -> [String] {
    let usage = record.usage
    return [usage.input, usage.output, usage.cacheWrite, usage.cacheRead].map { Cell.number($0) }
      + (showsImages ? [record.images > 0 ? Cell.number(record.images) : ""] : [])
      + [delta, record.taskCostAfter.exactShort]
  }
}

extension Step {
  /// The verb and what it aimed at; never what was typed, which is not kept.
  var command: String { ref.map { "\(verb) \($0)" } ?? verb }

  var outcome: String { reason.map { "\(effect): \($0.replacing("-", with: " "))" } ?? effect }
}
