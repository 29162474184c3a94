import Foundation
import Model

extension UsageStatus {
  /// In one line: today · this task · pace · what is left, and until when.
  package var line: String { parts.joined(separator: " · ") }

  /// Today's spending alone, for where there is no room.
  package var shortLine: String { today.short }

  /// A line for each thing that is known, for a tooltip.
  package var details: [String] {
    ["Today: \(today)"] + running.map(\.statusLine)
      + (hourly().map { ["Pace: \($0.short) an hour"] } ?? [])
      + funds.map { "\($0.name): \(remaining($0))" }
      + (today.unknown > 0 ? ["≥ at least, $? not known: the cost of some turns is unknown."] : [])
  }

  private var parts: [String] {
    var parts = ["today \(today.short)"]
    if let task = running.last {
      let others = running.count > 1 ? " +\(running.count - 1)" : ""
      parts.append("task \(task.total.cost.short)\(others)")
    }
    if let hourly = hourly() { parts.append("\(hourly.short)/h") }
    if let nextToEnd { parts.append(remaining(nextToEnd)) }
    return parts
  }

  private func remaining(_ fund: Fund) -> String {
    guard fund.left > .zero else { return "nothing left" }
    let left = "\(fund.spent.unknown > 0 ? "≤" : "")\(fund.left.short) left"
    return end(of: fund).map { "\(left) for about \(Cell.roughly($0.timeIntervalSince(now)))" } ?? left
  }
}

extension TaskRecord {
  fileprivate var statusLine: String {
    let limit = limits.budget.map { " of \($0.short)" } ?? ""
    let turns = total.turns == 1 ? "1 turn" : "\(Cell.number(total.turns)) turns"
    return "\((request ?? "Task \(id.short)").onOneLine.clipped(to: 60)): \(total.cost.short)\(limit), \(turns)"
  }
}

extension Fund {
  /// What it is, for people.
  package var name: String {
    switch kind {
    case .balance: "Balance"
    case .pool(let plan): "Plan \(plan.rawValue)"
    }
  }
}
