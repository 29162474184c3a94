import Foundation

/// Cuts what comes in pieces into lines.
struct LineSplitter {
  private var pending = Data()

  /// The longest line in bytes.
  static let longest = 64 << 20

  /// Whether the line that has begun is longer than any message; its program is not listened to any more.
  var isTooLong: Bool { pending.count > Self.longest }

  /// The lines that this piece completes, without their newlines.
  mutating func lines(adding piece: Data) -> [Data] {
    var parts = piece.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Data($0) }
    guard !parts.isEmpty else { return [] }
    pending.append(parts.removeFirst())
    guard let rest = parts.popLast() else { return [] }
    let lines = [pending] + parts
    pending = rest
    return lines
  }

  /// The line that nothing completed; nil where there is none.
  var rest: Data? { pending.isEmpty ? nil : pending }
}
