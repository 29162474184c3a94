import Foundation
import Model

/// One task turn by turn: what its commands did, what each turn cost, and the total after it.
package struct TaskReport: UsageReport {
  package struct Turn: Sendable, Hashable {
    package var record: TurnRecord
    package var steps: [Step]
    /// What the pictures that the turn added cost by themselves, estimated; nil where there are none, or no price.
    package var imageCost: NanoDollars?
  }

  package let task: TaskRecord
  package let turns: [Turn]
  package let total: Total
  let zone: TimeZone

  /// Times are given in `zone`; `imagePrice` says what so many input tokens cost with a model.
  package init(
    _ task: TaskRecord, _ turns: [TurnRecord], steps: [TurnID: [Step]], in zone: TimeZone,
    imagePrice: (_ tokens: Int, _ model: String) -> NanoDollars?
  ) {
    self.task = task
    self.zone = zone
    self.turns = turns.map { turn in
      Turn(
        record: turn, steps: steps[turn.id] ?? [],
        imageCost: turn.images > 0 ? imagePrice(turn.imageTokens, turn.model) : nil)
    }
    total = Total(turns)
  }

  package var rows: [any Encodable] { turns.map(\.record) }

  package var rowKeys: [String] { TurnRecord.CodingKeys.allCases.map(\.stringValue) }

  package var heading: [String] {
    [task.request ?? "(no request)", "Task \(task.id), \(place)", "\(Cell.minute(task.started, zone)), \(course)"]
      + (task.limits.words.map { ["At most \($0)"] } ?? [])
  }

  /// Where it worked and who paid.
  var place: String {
    "\(task.program.map { "in \($0), " } ?? "")\(task.mode.rawValue), \(Cell.model(task.model))"
  }

  /// How it went, and how long.
  var course: String {
    guard let ended = task.ended else { return task.state.rawValue }
    return "\(task.state.rawValue) after \(Cell.duration(ended.timeIntervalSince(task.started)))"
  }

  /// What the sums leave out, and what they hold.
  var notes: [String] {
    guard total.images > 0 else { return total.notes }
    let tokens = turns.map(\.record.imageTokens).reduce(0, +)
    let costs = turns.filter { $0.record.images > 0 }.map { $0.imageCost.map(Cost.computed) ?? .unknown }
    let cost = costs.reduce(into: CostTotal()) { $0 += $1 }
    let pictures = total.images == 1 ? "1 picture" : "\(Cell.number(total.images)) pictures"
    return total.notes + [
      "\(pictures) added about \(Cell.number(tokens)) tokens, \(cost.short) when they were sent first."
    ]
  }
}

extension TaskLimits {
  /// In words, nil where there are no limits.
  var words: String? {
    let parts = [
      budget.map(\.description), tokens.map { "\(Cell.number($0)) tokens" }, turns.map { "\(Cell.number($0)) turns" },
      images.map { "\(Cell.number($0)) pictures" },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
