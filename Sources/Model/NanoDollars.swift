/// An amount of money in whole billionths of a US dollar.
///
/// One token at 1 USD per million tokens costs 1,000 of these, so every listed price is a whole number.
package struct NanoDollars: RawRepresentable, Sendable, Hashable, Comparable, Codable, AdditiveArithmetic {
  package var rawValue: Int64

  package init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  package static let zero = NanoDollars(rawValue: 0)

  package static func + (left: Self, right: Self) -> Self {
    NanoDollars(rawValue: left.rawValue + right.rawValue)
  }

  package static func - (left: Self, right: Self) -> Self {
    NanoDollars(rawValue: left.rawValue - right.rawValue)
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
