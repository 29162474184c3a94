extension SectionBuilder {
  mutating func visitTabs(_ index: Int) {
    let tabs = tree.children[index].filter { tree[$0].role == .pageTab && (includesHidden || visibility.isVisible[$0]) }
    enter(.tabs, at: index)
    for tab in tabs { add(element(of: tab, in: index)) }
    leave()
    for child in tree.children[index] where !leftOut.contains(child) {
      if tree[child].role == .pageTab { visitInner(of: child, under: .tab) } else { visit(child) }
    }
  }

  /// Qt says of no tab that it is selected, but names their list after the one that is.
  private func element(of tab: Int, in list: Int) -> Element {
    var element = elements.control(tab, kind: .tab)
    if tree.isQt, !element.name.isEmpty, naming.ownName(of: list) == element.name { element.marks.insert(.selected) }
    return element
  }

  /// The name of a list, or the heading of the box that it fills.
  private func title(of list: Int) -> String {
    let own = naming.ownName(of: list)
    if !own.isEmpty { return own }
    for box in tree.ancestors(of: list).prefix(3) {
      let others = tree.descendants(of: box) { $0 != list }.filter { visibility.isVisible[$0] }
      guard tree[box].role.isWrapper, others.allSatisfy({ tree[$0].kind == nil }) else { break }
      let name = naming.ownName(of: box)
      if !name.isEmpty, others.contains(where: { naming.text(of: $0) == name }) { return name }
    }
    return ""
  }

  mutating func visitList(_ index: Int) {
    enter(.list, at: index)
    open[open.count - 1].title = title(of: index)
    var list = RowBuilder(tree: tree, visibility: visibility, naming: naming, elements: elements)
    list.read(index, leavingOut: leftOut)
    open[open.count - 1].columns = list.columns
    open[open.count - 1].rowCount = list.rowCount
    // The focus of a list can be on the pane that scrolls it.
    let holders =
      [index]
      + tree.ancestors(of: index).prefix(2).filter { tree[$0].role == .scrollPane || tree[$0].role == .directoryPane }
    if holders.contains(where: { tree[$0].states.contains(.focused) }) { open[open.count - 1].marks = .focused }
    sections.append(open[open.count - 1])
    for row in list.rows { add(row) }
    if list.rows.isEmpty, contents.isPictured(index, in: tree, visibility) { add(elements.opaque(index, "")) }
    leave()
  }
}
