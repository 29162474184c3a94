import Foundation
import Model

/// A subscription whose programs draw from a pool that is filled anew every month.
package enum Plan: String, Sendable, Hashable, CaseIterable {
  case pro, max5x, max20x

  /// What the pool holds when it is full.
  package var pool: NanoDollars {
    switch self {
    case .pro: NanoDollars(rawValue: 20_000_000_000)
    case .max5x: NanoDollars(rawValue: 100_000_000_000)
    case .max20x: NanoDollars(rawValue: 200_000_000_000)
    }
  }
}

/// When a pool is filled: at midnight on a day of the month, on the last one where the month is shorter.
package struct ResetDay: Sendable, Hashable {
  /// From 1 to 31.
  package let day: Int

  /// Nil where no month has that day.
  package init?(_ day: Int) {
    guard (1...31).contains(day) else { return nil }
    self.day = day
  }

  /// From the last reset to the next.
  package func period(around now: Date, in zone: TimeZone) -> DateInterval {
    let calendar = Calendar.gregorian(in: zone)
    let resets = (-1...1).compactMap { months in
      calendar.date(byAdding: .month, value: months, to: now).map { reset(inMonthOf: $0, calendar) }
    }
    let start = resets.last { $0 <= now } ?? now
    let end = resets.first { $0 > now } ?? now
    return DateInterval(start: start, end: end)
  }

  private func reset(inMonthOf date: Date, _ calendar: Calendar) -> Date {
    var parts = calendar.dateComponents([.year, .month], from: date)
    parts.day = min(day, calendar.range(of: .day, in: .month, for: date)?.count ?? day)
    return calendar.startOfDay(for: calendar.date(from: parts) ?? date)
  }
}
