import Outline

extension Snapshot {
  /// Whether `text` stands anywhere in what the window shows: its title, a name or a text, in any case.
  package func shows(_ text: String) -> Bool {
    let wanted = text.lowercased()
    return window.title.lowercased().contains(wanted)
      || nodes.contains { node in
        node.isShown
          && (node.name.lowercased().contains(wanted) || node.text?.lowercased().contains(wanted) ?? false)
      }
  }
}

extension Node {
  /// Drawn somewhere, as far as its toolkit tells.
  package var isShown: Bool {
    guard let bounds, !bounds.isEmpty else { return false }
    return !states.isDisjoint(with: [.showing, .visible])
  }
}
