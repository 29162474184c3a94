/// The name pass: what a person would call an accessible, wherever its toolkit keeps that.
struct Naming: Sendable {
  private let tree: Tree
  private let visibility: Visibility

  init(_ tree: Tree, _ visibility: Visibility) {
    self.tree = tree
    self.visibility = visibility
  }

  /// The name of an accessible: its own, its description, its label's, its text or that of a child.
  func name(of index: Int) -> String {
    let node = tree[index]
    // GTK 4 calls every tab of a notebook "Tab", and shows its mnemonic where it does not.
    if tree.isGTK4, node.role == .pageTab, let label = labels(below: index).first { return label }
    let own = ownName(of: index)
    if !own.isEmpty { return own }
    if takesInput(node) {
      let told = node.label.map(ScreenText.clean).flatMap(withoutColon) ?? ScreenText.clean(node.description)
      return told.isEmpty ? wrapperName(of: index) ?? "" : told
    }
    let candidates = [node.description, node.label ?? "", isSecret(node) ? "" : node.text ?? ""]
    for candidate in candidates {
      let cleaned = ScreenText.clean(candidate)
      if !cleaned.isEmpty { return cleaned }
    }
    return childLabel(of: index) ?? wrapperName(of: index) ?? ""
  }

  /// What the program itself calls an accessible: its name or, without one, the first text that it holds.
  static func identity(of index: Int, in tree: Tree) -> String {
    let members = tree[index].name.isEmpty ? [index] + tree.descendants(of: index).prefix(12) : [index]
    for member in members where tree[member].role != .passwordText {
      let node = tree[member]
      let said = ScreenText.clean(node.name.isEmpty ? node.text ?? "" : node.name)
      if !said.isEmpty { return said }
    }
    return ""
  }

  /// Its accessible name, unless that only repeats its class.
  func ownName(of index: Int) -> String {
    let name = ScreenText.clean(tree[index].name)
    if tree.snapshot.isClassName(name) || isNamedAfterBox(index) || isNamedAfterIcon(index) { return "" }
    // Chromium counts a tab's memory in its name.
    if tree[index].role == .pageTab, let usage = name.range(of: " - Memory usage") {
      return String(name[..<usage.lowerBound])
    }
    return withoutColon(tree.snapshot.toolkit.lowercased().hasPrefix("gtk") ? saidOnce(name) : name) ?? ""
  }

  /// Qt calls every field in a group box by the title of the box.
  private func isNamedAfterBox(_ index: Int) -> Bool {
    tree.isQt && takesInput(tree[index])
      && tree.ancestors(of: index).prefix(2).contains { tree[$0].name == tree[index].name }
  }

  /// GTK 3 calls a combo box whose choices have icons by that of the choice, such as `emblem-default-symbolic`.
  private func isNamedAfterIcon(_ index: Int) -> Bool {
    tree.snapshot.toolkit == "gtk" && tree[index].role == .comboBox
      && tree[index].name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)+/) != nil
  }

  /// GTK reads a label and what is beside it out as the same words twice, the first time with its mnemonic.
  private func saidOnce(_ name: String) -> String {
    let words = name.split(separator: " ")
    let half = words.count / 2
    guard half > 0, words.count == half * 2,
      zip(words, words[half...]).allSatisfy({ $0.replacing("_", with: "") == $1 })
    else { return name }
    return words[half...].joined(separator: " ")
  }

  /// What is shown as text: a label's, a paragraph's.
  func text(of index: Int) -> String {
    let node = tree[index]
    if isSecret(node) { return "" }
    let text = ScreenText.clean(node.text ?? "")
    if !text.isEmpty { return text }
    let name = ScreenText.clean(node.name)
    return tree.snapshot.isClassName(name) ? "" : name
  }

  /// The texts below an accessible that say what it is, in order, each once.
  func labels(below index: Int) -> [String] {
    var labels: [String] = []
    for descendant in tree.descendants(of: index) where visibility.isVisible[descendant] || !visibility.isVisible[index]
    {
      guard tree[descendant].role.isStaticText else { continue }
      let text = text(of: descendant)
      if !text.isEmpty, labels.last != text { labels.append(text) }
    }
    return labels
  }

  private func childLabel(of index: Int) -> String? {
    if let label = labels(below: index).first { return label }
    return tree.descendants(of: index).lazy.prefix(12).map { child in
      let own = ownName(of: child)
      return own.isEmpty ? ScreenText.clean(tree[child].description) : own
    }.first { !$0.isEmpty }
  }

  /// The name or description of a box that holds this control and nothing else to name.
  private func wrapperName(of index: Int) -> String? {
    var inner = index
    for ancestor in tree.ancestors(of: index).prefix(8) {
      let role = tree[ancestor].role
      // Beside a field there may be the button that opens its list.
      let others = tree.children[ancestor].filter { $0 != inner && visibility.holdsVisible[$0] }
      guard tree.parent(of: ancestor) != nil,
        role.isWrapper || role == .toggleButton || role == .toolBar || role == .comboBox,
        others.isEmpty || takesInput(tree[index]) && others.allSatisfy(isBareButton) || isSplitButton(ancestor, others)
      else { return nil }
      let own = ownName(of: ancestor)
      let name = own.isEmpty ? ScreenText.clean(tree[ancestor].description) : own
      if !name.isEmpty { return name }
      inner = ancestor
    }
    return nil
  }

  /// A box that is described and holds, beside one button without a name, only buttons that say what they are.
  private func isSplitButton(_ box: Int, _ others: [Int]) -> Bool {
    tree.isGTK4 && !tree[box].description.isEmpty
      && others.allSatisfy { tree[$0].role == .separator || !tree[$0].description.isEmpty }
  }

  private func isBareButton(_ index: Int) -> Bool {
    (tree[index].role == .toggleButton || tree[index].role == .pushButton) && ownName(of: index).isEmpty
  }

  private func takesInput(_ node: Node) -> Bool {
    switch node.role {
    case .entry, .text, .passwordText, .comboBox, .spinButton, .slider, .editbar, .autocomplete, .dateEditor, .dial,
      .documentText:
      true
    default: node.states.contains(.editable)
    }
  }

  private func isSecret(_ node: Node) -> Bool { node.role == .passwordText }

  private func withoutColon(_ name: String) -> String? {
    let bare = name.hasSuffix(":") || name.hasSuffix("：") ? String(name.dropLast()) : name
    return bare.isEmpty ? nil : bare
  }
}
