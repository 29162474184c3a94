import Foundation
import Model

/// What is being spent right now, for a status bar.
package struct UsageStatus: Sendable, Hashable {
  package var now: Date
  package var today: CostTotal
  /// The tasks under way, oldest first.
  package var running: [TaskRecord]
  /// The turns that began within the last hour.
  package var lastHour: [TurnRecord]
  /// What was declared, and is being taken from.
  package var funds: [Fund]

  package init(now: Date, today: CostTotal, running: [TaskRecord], lastHour: [TurnRecord], funds: [Fund]) {
    self.now = now
    self.today = today
    self.running = running
    self.lastHour = lastHour
    self.funds = funds
  }

  /// What an hour costs at the pace of the last one, by a mode or by all; nil where nothing was spent.
  ///
  /// The pace is taken from the hour's first turn on, but over ten minutes at least: a single turn is no pace yet.
  package func hourly(_ mode: BillingMode? = nil) -> NanoDollars? {
    let turns = lastHour.filter { mode == nil || $0.mode == mode }
    guard let first = turns.map(\.started).min() else { return nil }
    let spent = Total(turns).cost.known
    let seconds = min(max(now.timeIntervalSince(first), Self.leastPace), Self.hour)
    guard spent > .zero else { return nil }
    return NanoDollars(rawValue: Int64((Double(spent.rawValue) * Self.hour / seconds).rounded()))
  }

  /// When nothing will be left of a fund at the pace of the last hour; nil where there is no pace, or it is filled first.
  package func end(of fund: Fund) -> Date? {
    guard fund.left > .zero else { return now }
    guard let hourly = hourly(fund.mode) else { return nil }
    let end = now + Double(fund.left.rawValue) / Double(hourly.rawValue) * Self.hour
    return fund.resets.map { end < $0 } ?? true ? end : nil
  }

  /// The fund that will be empty first at this pace or, where none will be, the one with the least share left.
  package var nextToEnd: Fund? {
    funds.min { (end(of: $0) ?? .distantFuture, $0.share) < (end(of: $1) ?? .distantFuture, $1.share) }
  }

  /// How things stand, in a word that a bar can give a colour.
  package enum Level: String, Sendable, CaseIterable {
    case idle, running, low, empty
  }

  package var level: Level {
    if funds.contains(where: { $0.left == .zero }) { return .empty }
    if funds.contains(where: { $0.share <= Self.lowShare }) { return .low }
    return running.isEmpty ? .idle : .running
  }

  static let hour = 3600.0
  private static let leastPace = 600.0
  private static let lowShare = 0.2
}

extension Fund {
  /// How much of it is left, from 0 to 1.
  package var share: Double {
    amount > .zero ? Double(left.rawValue) / Double(amount.rawValue) : 0
  }
}
