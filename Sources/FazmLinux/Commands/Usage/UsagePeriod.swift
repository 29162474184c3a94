import Foundation
import Ledger
import Settings

/// The days that `--since` and `--until` choose.
struct UsagePeriod {
  /// Nil where there is no first day.
  let start: Date?
  /// The end of the last day; nil where there is none.
  let end: Date?

  static let options = [
    Option("since", value: "DATE", "From this day on, as 2026-11-20"),
    Option("until", value: "DATE", "Up to and with this day"),
  ]

  static func today(in zone: TimeZone) -> UsagePeriod {
    UsagePeriod(start: SpendingPeriod.today.start(at: .now, in: zone), end: nil)
  }

  init(_ arguments: ParsedArguments, in zone: TimeZone) throws {
    start = try Self.day(arguments, "since", zone)
    // Not every day has 24 hours.
    end = try Self.day(arguments, "until", zone).flatMap {
      Calendar.gregorian(in: zone).date(byAdding: .day, value: 1, to: $0)
    }
  }

  func contains(_ date: Date) -> Bool {
    (start.map { date >= $0 } ?? true) && (end.map { date < $0 } ?? true)
  }

  private init(start: Date?, end: Date?) {
    self.start = start
    self.end = end
  }

  private static func day(_ arguments: ParsedArguments, _ option: String, _ zone: TimeZone) throws -> Date? {
    guard let text = arguments.values[option] else { return nil }
    let format = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
    guard let date = try? format.parse(text) else {
      throw Failure(.usage, "--\(option) takes a day such as 2026-11-20, not \"\(text)\".")
    }
    return date
  }
}
