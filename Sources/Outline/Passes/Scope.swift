/// The scope pass: what stands in front comes first, and the rest is only counted.
struct Scope: Sendable {
  enum Front: Sendable, Hashable { case window, dialog, menu }

  let front: Front
  /// The dialog or window that the outline names in its first line.
  let root: Int
  /// What is outlined: open menus from the outermost on, a list of choices, a dialog or the window.
  let shown: [Int]
  /// What stands behind it.
  let behind: [Int]

  /// Nil for a window without a tree.
  init?(_ passes: Passes) {
    let tree = passes.tree
    let visible = tree.roots.filter { passes.visibility.holdsVisible[$0] && tree[$0].role != .toolTip }
    let roots = visible.isEmpty ? Array(tree.roots.prefix(1)) : visible
    guard let last = roots.last else { return nil }
    let popups = roots.dropLast().filter { Self.isPopup(tree[$0].role) }
    let windows = roots.filter { !popups.contains($0) }
    let inner = tree.snapshot.nodes.indices.last { index in
      tree[index].role.isDialog && tree[index].states.contains(.modal) && tree.parent(of: index) != nil
        && passes.visibility.holdsVisible[index]
    }
    root = inner ?? windows.first ?? last
    let menus = Self.openMenus(in: passes)
    let lists = popups.filter { passes.contents.holdsContent[$0] }
    if !menus.isEmpty || !lists.isEmpty {
      front = .menu
      shown = menus.isEmpty ? Array(lists.prefix(1)) : menus
      behind = windows
    } else {
      front = tree[root].role.isDialog || tree[root].states.contains(.modal) ? .dialog : .window
      shown = [root]
      let top = tree.root(of: root)
      behind = inner == nil ? windows.filter { $0 != top } : windows
    }
  }

  private static func isPopup(_ role: Role) -> Bool {
    role == .window || role == .popupMenu || role == .menu || role.isList
  }

  /// Menus of which a person sees the items.
  private static func openMenus(in passes: Passes) -> [Int] {
    let tree = passes.tree
    return tree.snapshot.nodes.indices.filter { index in
      guard tree[index].role == .menu || tree[index].role == .popupMenu else { return false }
      let isInCombo = tree.parent(of: index).map { tree[$0].role == .comboBox } ?? false
      // A page's own menu, such as the chapters of a browser's settings, stands in nobody's way.
      if !isInCombo, tree.isInDocument(index) { return false }
      // A closed combo box shows the one that is chosen.
      let seen = directChoices(of: index, in: tree).filter { passes.visibility.isVisible[$0] }
      return seen.count > (isInCombo ? 1 : 0)
    }
  }

  private static func directChoices(of menu: Int, in tree: Tree) -> [Int] {
    tree.children[menu].flatMap { child -> [Int] in
      switch tree[child].role {
      case .menuItem, .checkMenuItem, .radioMenuItem, .menu: [child]
      case let role where role.isWrapper: directChoices(of: child, in: tree)
      default: []
      }
    }
  }
}
