/// The keys that a chord may end in.
package enum KeyNames {
  /// The X keysym name for a key as people write it; nil where no key is called so.
  ///
  /// One character is its own key, whatever the keyboard: those without a keysym name of their own in
  /// ASCII are written by their code point, as X does (`U20AC`).
  static func keysym(for name: some StringProtocol) -> String? {
    if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first { return keysym(for: scalar) }
    if let modifier = Modifier(name: name) { return modifier.keysym }
    let lowered = name.lowercased()
    return byLowercaseName[lowered] ?? aliases[lowered] ?? functionKey(lowered) ?? codePoint(lowered)
  }

  private static func keysym(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    case "A"..."Z": String(scalar).lowercased()
    case _ where scalar.isASCII: characters[scalar]
    case _ where scalar.properties.generalCategory == .control: nil
    default: "U" + fourDigits(scalar.value)
    }
  }

  private static func functionKey(_ lowered: String) -> String? {
    guard lowered.hasPrefix("f"), let number = Int(digits: lowered.dropFirst()), (1...35).contains(number) else {
      return nil
    }
    return "F\(number)"
  }

  /// `U20AC`, written with four digits or more. ASCII has names and letters of its own.
  private static func codePoint(_ lowered: String) -> String? {
    let digits = lowered.dropFirst()
    guard lowered.hasPrefix("u"), (4...6).contains(digits.count), digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value), !scalar.isASCII
    else { return nil }
    return keysym(for: scalar)
  }

  private static func fourDigits(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The known name that `name` resembles.
  static func nearest(to name: some StringProtocol) -> String? {
    let names = named + characters.values.sorted() + aliases.keys.sorted()
    return Spelling.nearest(to: String(name), among: names).map { aliases[$0] ?? $0 }
  }

  /// True for the keysyms that put a character into a field.
  static func isCharacter(_ keysym: String) -> Bool {
    keysym.count == 1 || characterNames.contains(keysym) || codePoint(keysym.lowercased()) != nil
  }

  private static let byLowercaseName = Dictionary(
    (named + characters.values).map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  private static let characterNames = Set(characters.values)
}
