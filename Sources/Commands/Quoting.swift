/// How text stands in a command: in double quotes, on one line.
enum Quoting {
  /// `text` in quotes, so that it reads back as it was and holds nothing that cannot be seen.
  static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where isInvisible(scalar): quoted += "\\u{\(String(scalar.value, radix: 16))}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// What closes text that `open` begins; nil where `open` is no quote.
  ///
  /// Curly quotes count as quotes, because models and word processors write them.
  static func closing(_ open: Unicode.Scalar) -> Set<Unicode.Scalar>? {
    switch open {
    case "\"": ["\""]
    case "'": ["'"]
    case "“", "”": ["“", "”"]
    default: nil
    }
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension String {
  /// The start of the text, for quoting in a message: what cannot be seen could do things to a terminal.
  var clipped: String {
    let start = count > 40 ? prefix(40) + "…" : self[...]
    return String(String.UnicodeScalarView(start.unicodeScalars.map { Quoting.isInvisible($0) ? "\u{FFFD}" : $0 }))
  }
}
