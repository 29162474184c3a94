import Foundation

/// An identifier of 26 letters and digits whose alphabetical order is the order of making.
///
/// Its first ten say the millisecond, the rest is chance (https://github.com/ulid/spec).
package struct ULID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let description: String

  /// The ULID that `text` spells, in either case; nil where it spells none.
  package init?(_ text: some StringProtocol) {
    let text = text.uppercased()
    guard text.utf8.count == 26, let first = text.utf8.first, first <= UInt8(ascii: "7"),
      text.utf8.allSatisfy(Self.letters.contains)
    else { return nil }
    description = text
  }

  /// The one whose 128 bits are `bits`.
  package init(bits: UInt128) {
    let shifts = stride(from: 125, through: 0, by: -5)
    description = String(shifts.map { Self.alphabet[Int(truncatingIfNeeded: bits >> UInt128($0)) & 31] })
  }

  /// Its 128 bits as 32 digits.
  package var hexadecimal: String {
    let bits = description.reduce(UInt128(0)) { bits, letter in
      bits << 5 | UInt128(Self.alphabet.firstIndex(of: letter) ?? 0)
    }
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: max(0, 32 - digits.count)) + digits
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }

  /// Crockford's base 32: no I, L, O or U.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let letters = Set(alphabet.compactMap(\.asciiValue))
}

/// Makes ULIDs that rise even within one millisecond, or when the clock is set back.
struct ULIDGenerator: Sendable {
  private var last: UInt128 = 0

  mutating func next(at date: Date) -> ULID {
    let milliseconds = UInt128(max(0, date.timeIntervalSince1970 * 1000)) & 0xFFFF_FFFF_FFFF
    let chance = UInt128.random(in: 0..<(1 << 80))
    last = max(milliseconds << 80 | chance, last + 1)
    return ULID(bits: last)
  }
}
