import Commands

/// The prune and group passes: walks the tree and leaves sections of elements, in reading order.
struct SectionBuilder {
  let tree: Tree
  let visibility: Visibility
  let naming: Naming
  let elements: ElementBuilder
  let labels: FieldLabels
  let contents: Contents
  /// Also takes what cannot be seen, such as the items of closed menus.
  let includesHidden: Bool
  /// Subtrees that are shown elsewhere.
  let leftOut: Set<Int>
  var sections: [Section] = []
  /// The groups around what is being visited, the innermost last.
  var open: [Section] = []

  init(_ passes: Passes, includesHidden: Bool = false, leavingOut leftOut: Set<Int> = []) {
    tree = passes.tree
    visibility = passes.visibility
    naming = passes.naming
    labels = passes.labels
    elements = ElementBuilder(
      tree: passes.tree, visibility: passes.visibility, naming: passes.naming, labels: passes.labels)
    contents = passes.contents
    self.includesHidden = includesHidden
    self.leftOut = leftOut
  }

  /// The sections below `root`, which itself counts where it is more than a window.
  mutating func sections(of root: Int, as kind: Section.Kind = .loose) -> [Section] {
    sections = []
    open = [
      Section(kind: kind, owner: root, ownerID: tree[root].id, title: kind == .openMenu ? naming.ownName(of: root) : "")
    ]
    if tree[root].isList, kind == .loose { visit(root) } else { visitChildren(of: root) }
    if kind == .openMenu, hasUnlistedItems(root) { add(elements.opaque(root, "")) }
    sections = sections.filter { !$0.elements.isEmpty || isWorthSayingEmpty($0) }
    return kind == .loose && !includesHidden ? inReadingOrder(sections) : sections
  }

  /// Qt exposes an action in the first menu that shows it, and in no other that is opened later.
  private func hasUnlistedItems(_ menu: Int) -> Bool {
    tree.isQt && tree[menu].childCount > tree.children[menu].count && !tree.snapshot.isTruncated
  }

  /// That a large list is empty is an answer; that a small one is, is not.
  private func isWorthSayingEmpty(_ section: Section) -> Bool {
    guard section.hasRef, let bounds = tree[section.owner].bounds else { return false }
    let window = tree.snapshot.window.bounds
    return section.rowCount != nil || bounds.width * bounds.height * 5 >= window.width * window.height
  }

  private func inReadingOrder(_ sections: [Section]) -> [Section] {
    let order = ReadingOrder(tree: tree)
    return order.sorted(sections).map { section in
      var section = section
      if [.loose, .form, .toolBar, .menuBar, .statusBar].contains(section.kind), !tree.isInDocument(section.owner) {
        section.elements = order.sorted(section.elements)
      }
      return section
    }
  }

  private var windowTitle: String { ScreenText.clean(tree.snapshot.window.title) }

  mutating func visitChildren(of index: Int) {
    for child in tree.children[index] { visit(child) }
  }

  mutating func visit(_ index: Int) {
    let node = tree[index]
    guard includesHidden || visibility.holdsVisible[index], !leftOut.contains(index), !node.role.isDecoration,
      !node.role.isColumnHeader, !isInBackground(index)
    else { return }
    if labels.folded.contains(index) {
      // A web page's label can hold its field.
      for child in tree.children[index] where !tree[child].role.isStaticText { visit(child) }
      return
    }
    if contents.isOpaque(index, in: tree, visibility) {
      if node.text?.isEmpty ?? true { return add(elements.opaque(index, naming.name(of: index))) }
    }
    if contents.isDrawn(index, in: tree, visibility) { add(elements.opaque(index, naming.ownName(of: index))) }
    switch node.role {
    case .menuBar: section(.menuBar, at: index)
    case .toolBar:
      if controlCount(below: index) < 2 { visitChildren(of: index) } else { section(.toolBar, at: index) }
    case .statusBar:
      if tree.children[index].isEmpty { visitText(index) } else { section(.statusBar, at: index) }
    case .pageTabList: visitTabs(index)
    case .comboBox where node.kind == .combo: visitCombo(index)
    case .progressBar, .levelBar: add(elements.progress(index))
    case _ where node.isList: visitList(index)
    case .menu where tree.isInDocument(index): visitChildren(of: index)
    case _ where node.role.isDocument: section(.document, at: index)
    default: visitOther(index, node)
    }
  }

  /// The page of a browser's tab that another one hides.
  private func isInBackground(_ index: Int) -> Bool {
    tree[index].role == .documentWeb && !tree[index].states.contains(.showing)
      && !tree.ancestors(of: index).contains { tree[$0].role == .documentWeb }
  }

  private mutating func visitOther(_ index: Int, _ node: Node) {
    if let kind = kind(of: index) {
      visitControl(index, kind)
    } else if node.role.isPicture {
      if tree.isInDocument(index) { visitText(index) } else { visitChildren(of: index) }
    } else if node.role.isStaticText || node.role == .text || tree.children[index].isEmpty {
      visitText(index)
    } else if !naming.ownName(of: index).isEmpty, naming.ownName(of: index) != windowTitle, !node.role.isDialog,
      node.role != .directoryPane,
      tree.children[index].count > 1
    {
      section(.form, at: index)
    } else {
      visitChildren(of: index)
    }
  }

  private mutating func visitText(_ index: Int) {
    guard includesHidden || visibility.isVisible[index] else { return visitChildren(of: index) }
    let element = elements.text(index)
    let isRepeated =
      element.name.isEmpty || sections.last?.elements.last?.name == element.name || open.last?.title == element.name
      || isTitle(index, element.name)
    if !isRepeated { add(element) }
    // Chromium has the words of a text as its parts once more.
    for child in tree.children[index]
    where !(tree[child].role == .static && element.name.contains(naming.text(of: child))) { visit(child) }
  }

  /// A tab can hold boxes with its title and with the button that closes it.
  private func isTitle(_ index: Int, _ text: String) -> Bool {
    let tab = tree.ancestors(of: index).prefix(3).first { tree[$0].role == .pageTab }
    return tab.map { naming.name(of: $0) == text } ?? false
  }

  mutating func section(_ kind: Section.Kind, at index: Int) {
    enter(kind, at: index)
    if kind == .document {
      open[open.count - 1].marks = elements.marks(of: index).intersection(.focused)
      sections.append(open[open.count - 1])
    }
    visitChildren(of: index)
    leave()
  }

  mutating func enter(_ kind: Section.Kind, at index: Int) {
    open.append(
      Section(
        kind: kind, owner: index, ownerID: tree[index].id, title: kind == .statusBar ? "" : naming.ownName(of: index)))
  }

  mutating func leave() { open.removeLast() }

  /// A spacer: it has no name, holds nothing and cannot be used.
  private func isEmptySpace(_ element: Element) -> Bool {
    element.name.isEmpty && element.value == nil && element.opaque == nil
      && (element.marks.contains(.disabled) || element.kind == .item || element.kind == nil)
  }

  /// Puts an element at the end, in a new run of the innermost group where another section came between.
  mutating func add(_ element: Element) {
    guard let group = open.last, !isEmptySpace(element) else { return }
    if sections.last?.owner != group.owner {
      var run = group
      run.part = sections.filter { $0.owner == group.owner }.count
      if run.part > 0 { (run.title, run.columns, run.rowCount) = ("", [], nil) }
      sections.append(run)
    }
    sections[sections.count - 1].elements.append(element)
  }
}
