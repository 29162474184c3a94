/// Splits one line into words and quoted text.
///
/// Works on scalars, not characters, so that a combining mark after a quote cannot hide the quote.
struct Lexer {
  private var rest: Substring.UnicodeScalarView

  static func tokens(_ line: some StringProtocol) throws(CommandError) -> [Token] {
    var lexer = Lexer(rest: Substring(line).unicodeScalars)
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() throws(CommandError) -> Token? {
    rest = rest.drop { $0.properties.isWhitespace }
    guard let first = rest.first else { return nil }
    guard let closing = Quoting.closing(first) else {
      let word = rest.prefix { !$0.properties.isWhitespace }
      rest = rest.dropFirst(word.count)
      return .word(String(word))
    }
    rest.removeFirst()
    return .text(try text(until: closing))
  }

  private mutating func text(until closing: Set<Unicode.Scalar>) throws(CommandError) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if closing.contains(scalar) {
        guard rest.first?.properties.isWhitespace ?? true else {
          throw .afterQuote(String(rest.prefix { !$0.properties.isWhitespace }))
        }
        return String(text)
      }
      switch scalar {
      case "\n": throw .unclosedQuote
      case "\\": text.append(try escape())
      default: text.append(scalar)
      }
    }
    throw .unclosedQuote
  }

  private mutating func escape() throws(CommandError) -> Unicode.Scalar {
    guard let scalar = rest.popFirst() else { throw .unclosedQuote }
    switch scalar {
    case "\"", "'", "\\", "“", "”": return scalar
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "u": return try hexadecimal()
    default: throw .unknownEscape("\\\(scalar)")
    }
  }

  /// The braces of `\u{2028}` and what stands in them.
  private mutating func hexadecimal() throws(CommandError) -> Unicode.Scalar {
    let digits = rest.dropFirst().prefix { $0 != "}" }
    guard rest.first == "{", digits.count <= 8, rest.dropFirst(1 + digits.count).first == "}",
      let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value)
    else { throw .unknownEscape("\\u") }
    rest = rest.dropFirst(2 + digits.count)
    return scalar
  }
}
