/// Makes text that a program shows safe and short enough to print.
///
/// Everything on the screen is untrusted: a file may be called anything. After cleaning, a name is
/// one line without anything that cannot be seen.
enum ScreenText {
  /// `text` on one line, without markup, controls, bidirectional overrides or invisible characters.
  static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") }) {
      return text
    }
    var cleaned = String.UnicodeScalarView()
    var owesSpace = false
    for scalar in withoutMarkup(text).unicodeScalars {
      switch visibility(of: scalar) {
      case .seen:
        if owesSpace, !cleaned.isEmpty { cleaned.append(" ") }
        owesSpace = false
        cleaned.append(scalar)
      case .space: owesSpace = true
      case .unseen: continue
      }
    }
    return String(cleaned)
  }

  /// The content of a text area: like `clean`, but line breaks stay, as `\n`.
  static func cleanLines(_ text: Substring) -> String {
    let breaks = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return breaks.map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.compactMap { scalar in
            switch visibility(of: scalar) {
            case .seen: scalar
            case .space: " "
            case .unseen: nil
            }
          }))
    }.joined(separator: "\n")
  }

  private enum Visibility { case seen, space, unseen }

  private static func visibility(of scalar: Unicode.Scalar) -> Visibility {
    // The place that an embedded object takes in the text of a browser or a mail program.
    if scalar == "\u{FFFC}" { return .unseen }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: .space
    case .format, .privateUse, .surrogate, .unassigned: .unseen
    default: scalar.properties.isDefaultIgnorableCodePoint ? .unseen : .seen
    }
  }

  /// Leaves out tags such as `<b>` and reads the entities that Qt's rich text uses.
  private static func withoutMarkup(_ text: String) -> String {
    guard text.contains("<") || text.contains("&") else { return text }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&amp;", "&")]
    let untagged = text.replacing(
      /<\/?(?:html|head|body|p|b|i|u|em|strong|br|hr|span|font|sup|sub|small|big|tt|a|div|center|qt|nobr|table|tr|td|th|ul|ol|li|h[1-6]|style)(?:\s[^<>]*)?\/?>/
    ) { _ in "" }
    return entities.reduce(untagged) { $0.replacing($1.0, with: $1.1) }
  }
}
