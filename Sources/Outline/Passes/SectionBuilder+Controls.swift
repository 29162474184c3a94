import Commands

extension SectionBuilder {
  /// How many controls can be seen below an accessible, counted to two.
  func controlCount(below index: Int) -> Int {
    tree.descendants(of: index) { includesHidden || visibility.holdsVisible[$0] }.lazy
      .filter { tree[$0].kind != nil && tree[$0].role != .panel && tree[$0].role != .section }.prefix(2).count
  }

  /// The letter of an accessible at its place: what stands in a menu bar opens a menu, as Qt's items do.
  func kind(of index: Int) -> Ref.Kind? {
    let kind = tree[index].kind
    let isTop = tree.parent(of: index).map { tree[$0].role == .menuBar } ?? false
    if kind == .menuItem, isTop { return .menu }
    // A box that can be pressed and holds controls is only a box.
    return kind == .button && tree[index].role.isWrapper && controlCount(below: index) > 0 ? nil : kind
  }

  /// A control, and the controls inside it; the texts inside it are its name.
  mutating func visitControl(_ index: Int, _ kind: Ref.Kind) {
    let inner = tree.descendants(of: index).filter {
      tree[$0].kind != nil && (includesHidden || visibility.isVisible[$0])
    }
    // A button in a box that also says it is a button, as GTK 4's menu buttons are.
    if inner.count == 1, [.button, .check, .menu].contains(kind), tree[inner[0]].role != .menu,
      let innerKind = tree[inner[0]].kind,
      [.button, .check, .menu].contains(innerKind), includesHidden || visibility.isVisible[inner[0]]
    {
      var element = elements.control(inner[0], kind: innerKind == .button ? kind : innerKind)
      if element.name.isEmpty { element.name = naming.name(of: index) }
      return add(element)
    }
    if includesHidden || visibility.isVisible[index] { add(elements.control(index, kind: kind)) }
    guard kind != .document else { return }
    visitInner(of: index, under: kind)
  }

  mutating func visitInner(of index: Int, under kind: Ref.Kind) {
    let opensMenu = kind == .menu && includesHidden
    if opensMenu { return section(.openMenu, at: index) }
    for child in tree.children[index]
    where !leftOut.contains(child) && (includesHidden || visibility.holdsVisible[child]) {
      if tree[child].isList || tree[child].role == .comboBox || contents.isDrawn(child, in: tree, visibility) {
        visit(child)
      } else if let childKind = tree[child].kind, childKind != .item || kind == .item || kind == .tab {
        visitControl(child, childKind)
      } else if kind == .tab {
        // A tab holds its page, or the label that it is named by.
        if !tree[child].role.isStaticText || naming.text(of: child) != naming.name(of: index) { visit(child) }
      } else {
        visitInner(of: child, under: kind)
      }
    }
  }

  /// A drop-down list; the field that it may hold is a part of it, which is typed into under its ref.
  mutating func visitCombo(_ index: Int) {
    if includesHidden || visibility.isVisible[index] { add(elements.control(index, kind: .combo)) }
    guard includesHidden else { return }
    for child in tree.descendants(of: index) where !leftOut.contains(child) {
      guard let kind = tree[child].kind, tree[child].role.isItem || tree[child].role == .menuItem else { continue }
      add(elements.control(child, kind: kind))
    }
  }
}
