import Foundation
import Model

/// What tasks and turns cost, as a table for people and as JSON for programs.
///
/// Every report is a pure function of the ledger's records. JSON is made from the records, never from the table: its
/// keys are sorted, its times are ISO 8601 in UTC, what is not known is left out, and money is given twice, in dollars
/// as an exact decimal and in whole nano-dollars.
package protocol UsageReport: Encodable, Sendable {
  /// For people, in the time zone of the report.
  var table: Table { get }
}

extension UsageReport {
  /// For programs, ended by a newline.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

extension NanoDollars {
  /// The same amount in dollars, exactly.
  var dollars: Decimal {
    Decimal(sign: rawValue < 0 ? .minus : .plus, exponent: -9, significand: Decimal(rawValue.magnitude))
  }
}

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

  static func day(_ date: Date, _ zone: TimeZone) -> String {
    String(minute(date, zone).prefix(10))
  }

  static func minute(_ date: Date, _ zone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    func padded(_ number: Int?, _ width: Int) -> String {
      let digits = String(number ?? 0)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let day = [padded(parts.year, 4), padded(parts.month, 2), padded(parts.day, 2)].joined(separator: "-")
    return "\(day) \(padded(parts.hour, 2)):\(padded(parts.minute, 2))"
  }
}
