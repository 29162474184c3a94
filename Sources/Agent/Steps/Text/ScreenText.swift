import Outline

extension Snapshot {
  /// Whether `text` stands anywhere in what the window shows: its title, a name or a text, in any case.
  package func shows(_ text: String) -> Bool {
    window.title.lowercased().contains(text.lowercased()) || !places(of: text).isEmpty
  }

  /// Whether the window, or a dialog in it, is called so.
  func isTitled(_ text: String) -> Bool {
    let dialogs = nodes.filter { $0.isShown && ($0.states.contains(.modal) || [.dialog, .alert].contains($0.role)) }
    return ([window.title] + dialogs.map(\.name)).contains { $0.lowercased().contains(text.lowercased()) }
  }

  /// Whether `text` has come since `old`. A button "Save" that was there all along is not the dialog "Save".
  func hasShown(_ text: String, since old: Snapshot?) -> Bool {
    guard let old, old.window.id == window.id, !isTitled(text) else { return shows(text) }
    return !places(of: text).isSubset(of: old.places(of: text))
  }

  /// What holds `text` in its name or its text.
  private func places(of text: String) -> Set<NodeID> {
    let wanted = text.lowercased()
    return Set(
      nodes.lazy.filter { node in
        node.isShown && (node.name.lowercased().contains(wanted) || node.text?.lowercased().contains(wanted) ?? false)
          && !isInBackground(node)
      }.map(\.id))
  }
}

extension Node {
  /// Drawn somewhere, as far as its toolkit tells.
  package var isShown: Bool {
    guard let bounds, !bounds.isEmpty else { return false }
    return !states.isDisjoint(with: [.showing, .visible])
  }
}
