import Foundation

extension UsageReport {
  /// Comma-separated values as RFC 4180 has them: a row of names, and a row for each record.
  ///
  /// Text that a spreadsheet would run as a formula gets an apostrophe in front, because a program's name is not
  /// to be trusted.
  package func csv() throws -> String {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    let decoder = JSONDecoder()
    let lines = try rows.map { row in
      let values = try decoder.decode([String: CSVValue].self, from: encoder.encode(row))
      return rowKeys.map { values[$0]?.field ?? "" }
    }
    return ([rowKeys] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }
}

/// A value of a record, as CSV writes it.
private struct CSVValue: Decodable {
  let field: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Decimal.self) {
      field = number.description
    } else if let flag = try? container.decode(Bool.self) {
      field = "\(flag)"
    } else if let text = try? container.decode(String.self) {
      field = Self.quoted(text)
    } else {
      field = Self.quoted(((try? container.decode([String].self)) ?? []).joined(separator: " "))
    }
  }

  private static func quoted(_ text: String) -> String {
    let harmless = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    guard harmless.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return harmless }
    return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
  }
}
