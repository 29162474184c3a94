import Commands

/// Reads the words of an outline line, by scalars: a combining mark in a file's name must not swallow the
/// space or the quote before it.
struct LineScanner {
  private let scalars: [Unicode.Scalar]
  private(set) var position = 0

  init(_ line: some StringProtocol) {
    scalars = Array(line.unicodeScalars)
  }

  var isAtEnd: Bool { position >= scalars.count }

  var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  var rest: String { Self.string(scalars[min(position, scalars.count)...]) }

  func isAt(_ text: String) -> Bool { scalars[position...].starts(with: text.unicodeScalars) }

  mutating func skipSpaces() {
    while next == " " { position += 1 }
  }

  /// Steps over `scalar` where it comes next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  /// Steps over `word` where it comes next, followed by a space, a colon or the end.
  mutating func take(word: String) -> Bool {
    let wanted = Array(word.unicodeScalars)
    let end = position + wanted.count
    guard !wanted.isEmpty, end <= scalars.count, Array(scalars[position..<end]) == wanted,
      end == scalars.count || scalars[end] == " " || scalars[end] == ":"
    else { return false }
    position = end
    return true
  }

  /// The text between quotes, if a quote comes next, without the bar that shows the caret in a field.
  mutating func takeQuoted(isField: Bool = false) -> String? {
    guard next == "\"" else { return nil }
    var text = String.UnicodeScalarView()
    var index = position + 1
    while index < scalars.count {
      switch scalars[index] {
      case "\"":
        position = index + 1
        return String(text)
      case "\\" where index + 1 < scalars.count:
        index += 1
        text.append(scalars[index] == "n" ? "\n" : scalars[index])
      case "|" where isField: break
      default: text.append(scalars[index])
      }
      index += 1
    }
    return nil
  }

  /// A ref and its marks, if they come next and nothing but a space, a value, a colon or the end follows.
  mutating func takeRef() -> (ref: Ref, marks: Set<Character>)? {
    var end = position
    while end < scalars.count, end == position || ("0"..."9").contains(scalars[end]) { end += 1 }
    guard end > position, let ref = Ref(Self.string(scalars[position..<end])) else { return nil }
    var marks: Set<Character> = []
    while end < scalars.count, Self.marks.contains(scalars[end]) {
      marks.insert(Character(scalars[end]))
      end += 1
    }
    guard end == scalars.count || [" ", "=", ":", "|"].contains(scalars[end]) else { return nil }
    if end < scalars.count, scalars[end] == "=", end + 1 >= scalars.count || scalars[end + 1] != "\"" { return nil }
    position = end
    return (ref, marks)
  }

  /// What stands before the next of `ends`; all that is left where there is none.
  mutating func takeText(until ends: Set<Unicode.Scalar>) -> String {
    let start = position
    while let next, !ends.contains(next) { position += 1 }
    return Self.string(scalars[start..<position])
  }

  private static let marks: Set<Unicode.Scalar> = ["+", "?", "*", "!", "-"]

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
