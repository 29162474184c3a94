import Foundation

/// How tables write numbers, models and times.
enum Cell {
  /// With thousands set apart: 12,345.
  static func number(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// "-" for what was not reported.
  static func number(_ number: Int?) -> String {
    number.map { Self.number($0) } ?? "-"
  }

  static func model(_ name: String) -> String {
    name.hasPrefix("claude-") ? String(name.dropFirst("claude-".count)) : name
  }

  /// In its two largest units: 42 s, 1 min 10 s, 2 h 5 min, 3 d 4 h.
  static func duration(_ seconds: Double) -> String {
    let seconds = Int(max(0, seconds).rounded())
    let units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]
    guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 s" }
    let (large, name) = units[first]
    guard first + 1 < units.count else { return "\(seconds) s" }
    let (small, smallName) = units[first + 1]
    let rest = seconds % large / small
    return "\(seconds / large) \(name)" + (rest > 0 ? " \(rest) \(smallName)" : "")
  }

  /// In one unit, of which there are two at least where a smaller one would do: 56 min, 28 h, 12 d.
  static func roughly(_ seconds: Double) -> String {
    let units = [(86_400.0, "d"), (3_600, "h"), (60, "min")]
    let (length, name) = units.first { seconds >= 2 * $0.0 } ?? (60, "min")
    return "\(Int(max(0, seconds) / length)) \(name)"
  }

  static func day(_ date: Date, _ zone: TimeZone) -> String {
    String(minute(date, zone).prefix(10))
  }

  static func minute(_ date: Date, _ zone: TimeZone) -> String {
    let parts = Calendar.gregorian(in: zone).dateComponents([.year, .month, .day, .hour, .minute], from: date)
    func padded(_ number: Int?, _ width: Int) -> String {
      let digits = String(number ?? 0)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let day = [padded(parts.year, 4), padded(parts.month, 2), padded(parts.day, 2)].joined(separator: "-")
    return "\(day) \(padded(parts.hour, 2)):\(padded(parts.minute, 2))"
  }
}
