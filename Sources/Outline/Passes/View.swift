/// All that one snapshot has to say, before a budget decides how much of it is said.
struct View: Sendable {
  let snapshot: Snapshot
  let front: Scope.Front
  /// What the outline is about: the dialog or window, or the menu in front of it.
  let subject: NodeID?
  let title: String
  var sections: [Section]
  let behind: Section?

  /// What the outline of a snapshot is made of, in reading order.
  init(_ snapshot: Snapshot) {
    let passes = Passes(snapshot)
    let tree = passes.tree
    self.snapshot = snapshot
    guard let scope = Scope(passes) else {
      (front, subject, title, sections, behind) = (.window, nil, ScreenText.clean(snapshot.window.title), [], nil)
      return
    }
    front = scope.front
    subject = scope.shown.last.map { tree[$0].id }
    title = Self.title(of: scope.root, passes)
    let shown: [Section]
    if scope.front == .menu, scope.shown.contains(where: { tree[$0].role == .menu || tree[$0].role == .popupMenu }) {
      shown = scope.shown.flatMap { menu in
        let nested = scope.shown.filter { $0 != menu }.flatMap { tree.children[$0] }
        var builder = SectionBuilder(passes, leavingOut: Set(nested))
        return builder.sections(of: menu, as: .openMenu)
      }
    } else {
      shown = scope.shown.flatMap { root in
        var builder = SectionBuilder(passes)
        return builder.sections(of: root)
      }
    }
    sections = Self.withOneFocus(shown, in: tree)
    var behind = Self.behind(scope, passes)
    // The first line says it already.
    if behind?.title == title { behind?.title = "" }
    self.behind = behind
  }

  /// The elements that can be seen, in reading order.
  var elements: [Element] { sections.flatMap(\.elements) }

  private static func title(of root: Int, _ passes: Passes) -> String {
    let name = passes.naming.ownName(of: root)
    let isWindow = passes.tree.roots.last == root && !passes.tree[root].role.isDialog
    return name.isEmpty || isWindow
      ? ScreenText.clean(passes.tree.snapshot.window.title) : name
  }

  private static func behind(_ scope: Scope, _ passes: Passes) -> Section? {
    guard let first = scope.behind.first else { return nil }
    var section = Section(
      kind: .behind, owner: first, ownerID: passes.tree[first].id,
      title: scope.front == .menu ? "" : passes.naming.ownName(of: first))
    section.elements = scope.behind.flatMap { root in
      var builder = SectionBuilder(passes, leavingOut: Set(scope.shown))
      return builder.sections(of: root).flatMap(\.elements).filter { $0.kind != nil && $0.isVisible }
    }
    return section.elements.isEmpty ? nil : section
  }
}
