import Foundation

/// When a limit ends, as servers and programs write it.
enum ResetTime {
  /// The time that the words name, as soon after `now` as they allow; nil where they name none.
  static func find(in text: String, now: Date = Date(), zone: TimeZone = .current) -> Date? {
    seconds(in: text) ?? utcDay(in: text) ?? span(in: text).map { now + $0 } ?? clock(in: text, now: now, zone: zone)
  }

  /// "limit reached|1753077600"
  private static func seconds(in text: String) -> Date? {
    guard let match = text.firstMatch(of: /\|\s*(?<seconds>[0-9]{10})\b/) else { return nil }
    return TimeInterval(match.seconds).map(Date.init(timeIntervalSince1970:))
  }

  /// "regain access on 2026-12-01 at 00:00 UTC"
  private static func utcDay(in text: String) -> Date? {
    let pattern = /\b(?<day>20[0-9]{2}-[0-9]{2}-[0-9]{2})(?:(?:T| at | )(?<time>[0-9]{2}:[0-9]{2}))?/
    guard let match = text.firstMatch(of: pattern) else { return nil }
    return try? Date("\(match.day)T\(match.time ?? "00:00"):00Z", strategy: .iso8601)
  }

  /// "reset after 13h5m12s", "try again in 20 minutes"
  private static func span(in text: String) -> TimeInterval? {
    let pattern =
      /(?i)(?:resets?|again|retry) (?:after|in) (?<span>(?:[0-9]+ ?(?:days?|d|hours?|h|minutes?|min|m|seconds?|sec|s)\b,? ?|[0-9]+[dhm](?=[0-9]))+)/
    guard let match = text.firstMatch(of: pattern) else { return nil }
    let units: [Character: Double] = ["d": 86_400, "h": 3600, "m": 60, "s": 1]
    return match.span.matches(of: /(?<count>[0-9]+) ?(?<unit>[a-zA-Z])/).reduce(0) { sum, part in
      let unit = part.unit.lowercased().first.flatMap { units[$0] } ?? 0
      return sum + (Double(part.count) ?? 0) * unit
    }
  }

  /// "resets 10:30pm (Europe/Rome)", "resets Feb 4, 8pm", "will reset at 9:30 AM"
  private static func clock(in text: String, now: Date, zone: TimeZone) -> Date? {
    let pattern =
      /(?i)resets?(?: on| at)?(?: (?<month>[a-z]{3})[a-z]* (?<day>[0-9]{1,2}),?(?: at)?)? (?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2}))? ?(?<half>am|pm)?(?: \((?<zone>[A-Za-z_\/+\-0-9]+)\))?/
    guard let match = text.firstMatch(of: pattern), match.minute != nil || match.half != nil,
      var hour = Int(match.hour), hour < 24
    else { return nil }
    if let half = match.half { hour = hour % 12 + (half.lowercased() == "pm" ? 12 : 0) }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = match.zone.flatMap { TimeZone(identifier: String($0)) } ?? zone
    var parts = DateComponents(hour: hour, minute: match.minute.flatMap { Int($0) } ?? 0)
    if let month = match.month, let day = match.day {
      let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
      guard let place = months.firstIndex(of: month.lowercased()) else { return nil }
      (parts.month, parts.day) = (place + 1, Int(day))
    }
    return calendar.nextDate(after: now, matching: parts, matchingPolicy: .strict)
  }
}
