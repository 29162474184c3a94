import Foundation
import Model

/// What tasks and turns cost, as a table for people and as JSON or CSV for programs.
///
/// Every report is a pure function of the ledger's records. JSON and CSV are made from the records, never from the
/// table: times are ISO 8601 in UTC, what is not known is left out or empty, and money is given twice, in dollars as an
/// exact decimal and in whole nano-dollars. The keys of JSON are sorted.
package protocol UsageReport: Encodable, Sendable {
  /// Lines above the table, for people.
  var heading: [String] { get }
  /// For people, in the time zone of the report.
  var table: Table { get }
  /// The records that it lists, without their sums.
  var rows: [any Encodable] { get }
  /// The keys of a row that are columns of CSV, in order.
  var rowKeys: [String] { get }
}

extension UsageReport {
  package var heading: [String] { [] }

  /// For people, in lines of at most `width` columns as far as the contents let it.
  package func text(width: Int) -> String {
    let lines = heading.flatMap { $0.onOneLine.wrapped(to: width, limit: .max) }
    return (lines.isEmpty ? [] : lines + [""]).map { $0 + "\n" }.joined() + table.rendered(width: width)
  }

  /// For programs, ended by a newline.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
