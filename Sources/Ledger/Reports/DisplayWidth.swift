extension Character {
  /// How many columns of a terminal it takes: two for East Asian wide characters and emoji, else one.
  var displayWidth: Int {
    guard let scalar = unicodeScalars.first?.value, scalar >= 0x1100 else { return 1 }
    return Self.wide.contains { $0.contains(scalar) } ? 2 : 1
  }

  /// The blocks of Unicode's EastAsianWidth.txt that are wide throughout.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
    0x20000...0x3FFFD,
  ]
}

extension String {
  /// It with a space for every character that could end the line, move the cursor or turn the direction of writing.
  var onOneLine: String {
    String(UnicodeScalarView(unicodeScalars.map { $0.isInvisible ? " " : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Joins emoji to one.
    case .format: value != 0x200D
    default: false
    }
  }
}

extension StringProtocol {
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The start of it, cut with an ellipsis where it is wider than `width` columns.
  func clipped(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var room = width - 1
    return prefix { character in
      room -= character.displayWidth
      return room >= 0
    } + "…"
  }

  /// It in lines of at most `width` columns, broken at spaces, or within a word that is too wide itself. What does not
  /// go into `limit` lines is cut with an ellipsis.
  func wrapped(to width: Int, limit: Int) -> [String] {
    var lines: [String] = []
    var rest = self[...]
    while rest.displayWidth > width, lines.count < limit - 1 {
      var room = width
      let fitting = rest.prefix { character in
        room -= character.displayWidth
        return room >= 0
      }
      let end = rest[fitting.endIndex] == " " ? fitting.endIndex : fitting.lastIndex(of: " ") ?? fitting.endIndex
      // A character that is wider than the column stands alone, so that every line takes something.
      let line = end == rest.startIndex ? rest.prefix(1) : rest[..<end]
      lines.append(String(line))
      rest = rest[line.endIndex...].drop { $0 == " " }
    }
    return lines + [rest.clipped(to: width)]
  }
}
