import Commands

extension ScreenText {
  /// `text` in quotes, on one line.
  static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A name as it stands after its ref: bare, or in quotes where a reader could take a part of it for
  /// a ref, a quote, a cell or a mark.
  static func name(_ name: String) -> String {
    isPlain(name) ? name : quote(name)
  }

  /// A group's title as it stands before a colon.
  static func title(_ title: String) -> String {
    let letters = title.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || " &-'…()/,.".unicodeScalars.contains($0)
    }
    return letters && title.first?.isLetter == true && isPlain(title)
      && !reserved.contains { title.lowercased().hasPrefix($0) }
      ? title : quote(title)
  }

  /// The words that begin a line of their own.
  private static let reserved = ["behind", "dialog", "menu", "not in view", "rest", "window"]

  private static func isPlain(_ name: String) -> Bool {
    if name.isEmpty || name.hasSuffix("/") || name.hasPrefix("(") { return false }
    if name.unicodeScalars.contains(where: { "\"|\\".unicodeScalars.contains($0) }) { return false }
    return !name.split(separator: " ").contains(where: readsLikeRef)
  }

  /// True for `b3`, `c5+`, `e7="Sam`, `x2,` and the like.
  private static func readsLikeRef(_ word: Substring) -> Bool {
    guard let first = word.first, Ref.Kind(rawValue: String(first)) != nil else { return false }
    let afterLetter = word.dropFirst()
    let digits = afterLetter.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return false }
    let rest = afterLetter.dropFirst(digits.count)
    return rest.isEmpty || rest.allSatisfy { "+?*!-:,.;)".contains($0) } || rest.contains("=")
  }
}
