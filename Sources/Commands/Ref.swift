/// A short name for one accessible, as the outline prints it and commands use it: `b3`, `x14`.
///
/// The number alone is unique within a task; the letter says the kind, so that a reader can see it.
package struct Ref: Sendable, Hashable, Codable, CustomStringConvertible {
  package var kind: Kind
  package var number: Int

  package init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// The ref that `text` spells, nil where it spells none.
  package init?(_ text: some StringProtocol) {
    guard let first = text.first, let kind = Kind(rawValue: String(first)) else { return nil }
    let digits = text.dropFirst()
    guard !digits.isEmpty, digits.count <= 6, digits.first != "0",
      digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits)
    else { return nil }
    self.init(kind, number)
  }

  package var description: String { "\(kind.rawValue)\(number)" }

  /// The letter of a ref.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case button = "b"
    case editable = "e"
    case check = "c"
    case radio = "r"
    case menu = "m"
    case menuItem = "i"
    case item = "x"
    case tab = "t"
    case combo = "o"
    case slider = "s"
    case link = "a"
    case document = "d"
    case group = "g"
  }
}
