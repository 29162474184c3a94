/// Why a price file cannot be used.
package enum PriceTableError: Error, Sendable, Hashable, CustomStringConvertible {
  case unreadable(path: String)
  case malformed(path: String, reason: String)

  package var description: String {
    switch self {
    case .unreadable(let path): "The price file \(path) cannot be read: check its permissions, or move it away."
    case .malformed(let path, let reason):
      "The price file \(path) is not usable (\(reason)): correct it, or move it away to use the built-in prices."
    }
  }

  /// Where decoding failed, in words.
  static func reason(for error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      "\(place(context.codingPath + [key])) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(place(context.codingPath)) is of the wrong kind; prices are whole nano-dollars per token"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\(place(context.codingPath)) has a value that is not allowed"
    default: "it is not JSON"
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.map(\.stringValue).joined(separator: " › ")
  }
}
