import Commands

/// Makes an element of one accessible: its name, marks and value.
struct ElementBuilder {
  let tree: Tree
  let visibility: Visibility
  let naming: Naming
  let labels: FieldLabels

  func control(_ index: Int, kind: Ref.Kind) -> Element {
    let node = tree[index]
    var element = Element(node: index, id: node.id, role: node.role, kind: kind, name: naming.name(of: index))
    element.identity = Naming.identity(of: index, in: tree)
    element.isVisible = visibility.isVisible[index]
    element.marks = marks(of: index)
    element.isDefault = node.states.contains(.isDefault)
    switch kind {
    case .editable, .document:
      if node.role != .passwordText { (element.value, element.caret) = content(of: index) }
      element.textLength = node.textLength
      if node.role == .documentText { element.name = "" }
      if tree.descendants(of: index).contains(where: { tree[$0].states.contains(.focused) }) {
        element.marks.insert(.focused)
      }
    case .combo:
      if let field = field(in: index) {
        (element.value, element.caret) = content(of: field)
        if element.name.isEmpty { element.name = naming.name(of: field) }
        element.marks.formUnion(marks(of: field).intersection(.focused))
      } else {
        element.value = choice(of: index)
        if element.value == nil, isDrawn(index) { element.opaque = size(of: index) }
      }
      element.hint += options(of: index)
    case .slider: element.value = number(of: node)
    default: break
    }
    let isUnnamed = naming.ownName(of: index).isEmpty || element.name == element.value
    if let label = labels.label(of: index), isUnnamed { element.name = label }
    if element.name.isEmpty || element.name == element.value {
      element.name = tree[field(in: index) ?? index].placeholder.map(ScreenText.clean) ?? ""
    }
    element.hint = hint(of: index, beside: element.name) + element.hint
    return element
  }

  func text(_ index: Int) -> Element {
    var element = Element(node: index, id: tree[index].id, role: tree[index].role, name: naming.text(of: index))
    element.isVisible = visibility.isVisible[index]
    return element
  }

  func progress(_ index: Int) -> Element {
    var element = text(index)
    guard let value = tree[index].value, value.maximum > value.minimum else { return element }
    let part = (value.current - value.minimum) / (value.maximum - value.minimum)
    let percent = part.isFinite ? Int((min(max(part, 0), 1) * 100).rounded()) : 0
    element.name = [naming.name(of: index), "\(percent)%"].filter { !$0.isEmpty }.joined(separator: " ")
    return element
  }

  func opaque(_ index: Int, _ name: String) -> Element {
    let node = tree[index]
    var element = Element(node: index, id: node.id, role: node.role, kind: .group, name: name)
    element.identity = Naming.identity(of: index, in: tree)
    element.isVisible = visibility.isVisible[index]
    element.marks = marks(of: index)
    element.opaque = size(of: index)
    element.isStale = node.states.contains(.stale)
    return element
  }

  private func size(of index: Int) -> Element.Size? {
    tree[index].bounds.map { .init(width: $0.width, height: $0.height) }
  }

  func marks(of index: Int) -> Marks {
    let node = tree[index]
    var marks: Marks = []
    // GTK 4.8 calls a toggle button a push button.
    let staysPressed = node.role == .toggleButton || node.role == .pushButton && tree.isGTK4
    if node.states.contains(.checked) || node.states.contains(.pressed) && staysPressed { marks.insert(.checked) }
    if node.states.contains(.indeterminate) { marks.insert(.unsure) }
    if node.states.contains(.selected) { marks.insert(.selected) }
    if node.states.contains(.focused) { marks.insert(.focused) }
    if node.isDisabled { marks.insert(.disabled) }
    return marks
  }

  private func hint(of index: Int, beside name: String) -> String {
    let description = ScreenText.clean(tree[index].description)
    return description == name ? "" : description
  }

  /// What a closed combo box offers, so that it is found by what can be chosen in it.
  private func options(of index: Int) -> String {
    let options = tree.descendants(of: index).prefix(60).filter { tree[$0].kind == .menuItem || tree[$0].role.isItem }
    return options.prefix(24).map { " " + naming.ownName(of: $0) }.joined()
  }

  /// What a field or a document holds, and where the caret is in it.
  private func content(of index: Int) -> (text: String?, caret: Int?) {
    if let text = tree[index].text { return (text, tree[index].caret) }
    // The caret is in the paragraph with the focus.
    let paragraphs = tree.snapshot.paragraphs(of: index).prefix(200)
    guard !paragraphs.isEmpty else { return (nil, nil) }
    var text = ""
    var caret: Int?
    for paragraph in paragraphs {
      if !text.isEmpty { text += "\n" }
      if tree[paragraph].states.contains(.focused), let own = tree[paragraph].caret {
        caret = text.unicodeScalars.count + own
      }
      text += tree[paragraph].text ?? ""
    }
    return (text, caret)
  }

  /// The field of a combo box that can also be typed into; LibreOffice keeps one that is drawn nowhere in every other.
  private func field(in combo: Int) -> Int? {
    guard tree[combo].role == .comboBox else { return nil }
    return tree.descendants(of: combo).prefix(400).first { tree[$0].kind == .editable && tree[$0].bounds != nil }
  }

  /// True for a combo box that draws its choice as the cell of a table, of which it tells nothing, as those of GTK 4.8
  /// and of LibreOffice's dialogs do.
  private func isDrawn(_ combo: Int) -> Bool {
    tree.descendants(of: combo).contains { part in
      tree.isGTK4 ? tree[part].name == "GtkCellView" : tree[part].role == .toggleButton && tree[part].name.isEmpty
    }
  }

  /// What a combo box shows: its text, or the item that is selected in it.
  private func choice(of index: Int) -> String? {
    if let text = tree[index].text, !text.isEmpty { return ScreenText.clean(text) }
    let below = tree.descendants(of: index).prefix(400)
    if let chosen = below.first(where: { tree[$0].states.contains(.selected) || tree[$0].states.contains(.checked) }) {
      let name = naming.name(of: chosen)
      if !name.isEmpty { return name }
    }
    // GTK 4 shows the choice as a list of one, and names a drop-down list after its label.
    if tree.isGTK4 {
      let items = below.filter { tree[$0].role.isItem && visibility.isVisible[$0] }
      return items.count == 1 ? naming.name(of: items[0]) : nil
    }
    // GTK 3 names a combo box after its choice, and keeps the label apart.
    let own = naming.ownName(of: index)
    let isChoice = labels.label(of: index) != nil || below.contains { naming.ownName(of: $0) == own }
    return own.isEmpty || !isChoice ? nil : own
  }

  /// Chromium goes on telling the number that a field held before.
  private func isOutdated(_ text: String, _ node: Node) -> Bool {
    guard tree.snapshot.toolkit == "Chromium", let number = Double(text) else { return false }
    return node.value.map { $0.current != number } ?? false
  }

  private func number(of node: Node) -> String? {
    // A field that can be emptied may show nothing, whatever its value is.
    if node.role == .spinButton, let text = node.text, !text.isEmpty || node.interfaces.contains(.editableText),
      !isOutdated(text, node)
    {
      return ScreenText.clean(text)
    }
    guard let current = node.value?.current, current.isFinite, abs(current) < 1e15 else { return nil }
    if current == current.rounded() { return String(Int(current)) }
    let hundredths = Int((abs(current) * 100).rounded())
    let fraction = String(hundredths % 100 + 100).dropFirst()
    return (current < 0 ? "-" : "") + "\(hundredths / 100).\(fraction)"
  }
}
