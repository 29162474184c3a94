import Outline

/// Chooses the action that does what a click would do.
enum ClickAction {
  /// Best first. `clickAncestor` and `SetFocus` are no clicks, and neither is Qt's `Toggle`: it checks the box, but what
  /// a click on it would do beyond that is not done.
  private static let names = [
    "click", "press", "Press", "toggle", "check", "uncheck", "jump", "activate", "open", "select",
    "doDefault", "ShowMenu",
  ]

  /// The place of the action in `actions`, nil where none is like a click.
  static func index(in actions: [String], role: Role, states: States) -> Int? {
    let allowed = names.filter { !isMoreThanClick($0, role: role, states: states) }
    return allowed.lazy.compactMap { actions.firstIndex(of: $0) }.first
  }

  /// Activating an item opens it, which takes a double click; activating a field is pressing Return in it.
  private static func isMoreThanClick(_ action: String, role: Role, states: States) -> Bool {
    ["activate", "open"].contains(action) && (states.contains(.editable) || itemRoles.contains(role))
  }

  private static let itemRoles: Set<Role> = [
    .desktopIcon, .entry, .icon, .listItem, .passwordText, .tableCell, .tableRow, .text, .treeItem,
  ]
}
