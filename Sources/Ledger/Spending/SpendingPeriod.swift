import Foundation

/// A stretch of time up to now that spending is summed or capped over.
package enum SpendingPeriod: Sendable, Hashable, CaseIterable {
  case today, thisMonth, ever

  /// When it began, nil where it has no beginning. The time zone decides when a day or a month begins.
  package func start(at now: Date, in zone: TimeZone) -> Date? {
    switch self {
    case .today: Calendar.gregorian(in: zone).startOfDay(for: now)
    case .thisMonth: Calendar.gregorian(in: zone).dateInterval(of: .month, for: now)?.start
    case .ever: nil
    }
  }
}

extension Calendar {
  /// The calendar that reports and caps use, whatever the locale's.
  package static func gregorian(in zone: TimeZone) -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar
  }
}
