/// Words of a server on their way to a person.
enum ServerText {
  /// On one line, without characters that steer a terminal, and not longer than a person reads.
  static func clean(_ text: String, limit: Int = 300) -> String {
    let visible = text.unicodeScalars.map { isVisible($0) ? Character($0) : " " }
    let line = String(visible).split(separator: " ").joined(separator: " ")
    return line.count > limit ? line.prefix(limit) + "…" : line
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
