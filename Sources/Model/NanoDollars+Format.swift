extension NanoDollars: CustomStringConvertible {
  /// Exact, with at least two decimals and never an exponent: "$0.05", "$0.000081305", "-$1.20".
  package var description: String { text(decimals: 9) }

  /// For status lines and tables: whole cents from a dollar upwards, three significant digits below.
  package var short: String {
    var threshold: UInt64 = 1_000_000_000
    var decimals = 2
    while decimals < 9, rawValue.magnitude < threshold {
      threshold /= 10
      decimals += 1
    }
    return text(decimals: decimals)
  }

  /// Reads an amount in dollars as a person writes it, exactly: "0.05", "$0.05", "12".
  ///
  /// Nil for what is no such amount, has more than nine decimals, is negative or too large.
  package init?(dollars text: some StringProtocol) {
    let parts = text.drop(while: { $0 == "$" }).split(separator: ".", omittingEmptySubsequences: false)
    guard text.prefix(2) != "$$", parts.count <= 2, let whole = parts.first, Self.areDigits(whole) else { return nil }
    var fraction = parts.count == 2 ? String(parts[1]) : "0"
    guard Self.areDigits(fraction) else { return nil }
    while fraction.utf8.count > 9, fraction.last == "0" { fraction.removeLast() }
    guard fraction.utf8.count <= 9 else { return nil }
    fraction += String(repeating: "0", count: 9 - fraction.utf8.count)
    guard let rawValue = Int64(whole + fraction) else { return nil }
    self.init(rawValue: rawValue)
  }

  private static func areDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Rounded half up to so many decimals, with the zeros at the end cut off down to two.
  private func text(decimals: Int) -> String {
    let unit = (decimals..<9).reduce(UInt64(1)) { unit, _ in unit * 10 }
    let rounded = (rawValue.magnitude + unit / 2) / unit * unit
    var fraction = String(rounded % 1_000_000_000)
    fraction = String(repeating: "0", count: 9 - fraction.count) + fraction
    while fraction.count > 2, fraction.last == "0" { fraction.removeLast() }
    return "\(rawValue < 0 && rounded > 0 ? "-" : "")$\(rounded / 1_000_000_000).\(fraction)"
  }
}

extension Cost: CustomStringConvertible {
  /// The exact amount, "$?" where it is unknown.
  package var description: String { amount?.description ?? "$?" }

  /// The amount in little room, "$?" where it is unknown.
  package var short: String { amount?.short ?? "$?" }
}
