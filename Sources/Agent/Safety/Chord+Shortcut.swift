import Commands

/// Shortcuts as programs tell them.
extension Chord {
  /// The shortcut of a menu item or a button, as the accessibility bus has it: GTK says `k;<Alt>b:k;<Primary>c`, Qt
  /// `Ctrl+C`. GTK 4 tells none, and neither do most tool buttons.
  init?(keyBinding: String) {
    let shortcut = keyBinding.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let name = shortcut.lowercased().replacing("<primary>", with: "ctrl+").replacing("<control>", with: "ctrl+")
      .replacing("<shift>", with: "shift+").replacing("<alt>", with: "alt+")
    guard let chord = try? Chord.parse(name) else { return nil }
    self = chord
  }

  /// The shortcut at the end of a tooltip: "Διαγραφή (Shift+Del)".
  init?(tooltip: String) {
    guard let end = tooltip.split(whereSeparator: \.isWhitespace).last else { return nil }
    // A small "del" is a word of Spanish and Italian.
    let name = end.trimmingPrefix { "([".contains($0) }.split(whereSeparator: { ")]".contains($0) }).first ?? ""
    guard name.first?.isUppercase == true, let chord = try? Chord.parse(name) else { return nil }
    self = chord
  }

  /// Whether it is the Delete key, with whatever modifiers.
  var isDeletion: Bool { key == "Delete" || key == "KP_Delete" }
}
