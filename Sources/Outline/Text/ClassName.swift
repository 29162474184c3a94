extension Snapshot {
  /// Whether `name` is no name but the class of a widget, such as `GtkToggleButton`, which GTK 4.8 reports where there
  /// is none.
  package func isClassName(_ name: String) -> Bool {
    guard Self.isCamelCase(name) else { return false }
    if Self.isClassName(name) { return true }
    let lowercased = name.lowercased()
    return isGTK4 && Self.widgetWords.contains(where: lowercased.hasSuffix)
  }

  /// Whether `name` is the class of a widget of a toolkit's own, whatever the program.
  package static func isClassName(_ name: String) -> Bool {
    isCamelCase(name) && classPrefixes.contains(where: name.hasPrefix)
  }

  private static func isCamelCase(_ name: String) -> Bool {
    name.utf8.count > 4 && name.first?.isUppercase == true
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && name.filter(\.isUppercase).count > 1 && name.contains(where: \.isLowercase)
  }

  private static let classPrefixes = ["Gtk", "Adw", "Hdy", "Gdk", "Vte"]

  private static let widgetWords = [
    "bar", "bin", "box", "button", "cell", "controls", "display", "entry", "flap", "gizmo", "icon", "image",
    "indicator", "label", "list", "menu", "overlay", "page", "pane", "picture", "popover", "row", "scale", "stack",
    "switcher", "text", "view", "widget", "window",
  ]
}
