extension Chord {
  /// The chord that `text` spells: `ctrl+shift+s`, `Enter`, `ctrl++`, `é`, in any case.
  ///
  /// A capital with a modifier is the key as people write it (`Ctrl+S` is not ctrl+shift+s); alone it is
  /// the character, with shift.
  package static func parse(_ text: some StringProtocol) throws(CommandError) -> Chord {
    var names = text.split(separator: "+", omittingEmptySubsequences: false)
    if text.hasSuffix("++") || text == "+" {
      names.removeLast(2)
      names.append("+")
    }
    guard let last = names.popLast(), !last.isEmpty else { throw .missingKey }
    var modifiers: [Modifier] = []
    for name in names {
      guard let modifier = Modifier(name: name) else { throw .unknownModifier(String(name)) }
      modifiers.append(modifier)
    }
    guard let key = KeyNames.keysym(for: last) else {
      throw .unknownKey(String(last), meant: hyphenated(text) ?? KeyNames.nearest(to: last))
    }
    if modifiers.isEmpty, last.count == 1, key != String(last), key == last.lowercased() { modifiers = [.shift] }
    return Chord(modifiers: modifiers, key: key)
  }

  /// `ctrl-s` as it should be written.
  private static func hyphenated(_ text: some StringProtocol) -> String? {
    guard text.contains("-"), let chord = try? parse(text.split(separator: "-").joined(separator: "+")) else {
      return nil
    }
    return chord.description
  }
}

extension Chord: CustomStringConvertible {
  package var description: String {
    (modifiers.map(\.rawValue) + [key]).joined(separator: "+")
  }

  /// True where the chord puts a character into a field rather than giving an order.
  var isTyping: Bool {
    modifiers.allSatisfy { $0 == .shift } && KeyNames.isCharacter(key)
  }
}

extension Modifier {
  /// The modifier that `name` spells, by any of its usual names in any case.
  init?(name: some StringProtocol) {
    switch name.lowercased() {
    case "ctrl", "control", "ctl", "control_l", "primary", "strg": self = .ctrl
    case "shift", "shift_l": self = .shift
    case "alt", "option", "opt", "alt_l", "mod1": self = .alt
    case "super", "cmd", "command", "meta", "mod4", "super_l", "win", "windows": self = .super
    default: return nil
    }
  }

  /// The key that is this modifier when pressed alone.
  var keysym: String {
    switch self {
    case .ctrl: "Control_L"
    case .shift: "Shift_L"
    case .alt: "Alt_L"
    case .super: "Super_L"
    }
  }
}
