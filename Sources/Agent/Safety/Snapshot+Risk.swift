import Outline

/// What judging a risk looks for in a window.
extension Snapshot {
  var focus: Node? { nodes.last { $0.states.contains(.focused) } }

  /// Whether a click on it does something, rather than select it or put the caret there. A page may make a button of
  /// anything.
  func isPressed(_ node: Node) -> Bool {
    if Self.pressedRoles.contains(node.role) { return true }
    guard node.interfaces.contains(.action), !node.states.contains(.editable) else { return false }
    return containers(of: node).contains { $0.role == .documentWeb }
  }

  /// What an element says of itself: its name, its text, its tooltip, and the labels in it.
  func words(of node: Node) -> [String] {
    let inside = subtree(of: node.id).dropFirst()
    return ([node] + inside).flatMap { part in
      [part.name, part.description, part.states.contains(.editable) ? "" : part.text ?? ""]
    }.filter { !$0.isEmpty }
  }

  /// The items of the menus that are open.
  var openMenuItems: [Node] {
    let isTold = nodes.contains { $0.parent != nil && $0.states.contains(.showing) }
    return nodes.filter { node in
      node.role.isMenuLeaf && node.isShown && (node.states.contains(.showing) || !isTold)
        && node.parent.map { nodes[$0].role != .menuBar } ?? true
    }
  }

  /// The title and the texts of the dialog that stands in front; empty where none does.
  var dialogTexts: [String] {
    let isDialog: (Node) -> Bool = { $0.states.contains(.modal) || $0.role == .dialog || $0.role == .alert }
    guard let dialog = nodes.first(where: isDialog) else { return [] }
    return Self.texts(of: subtree(of: dialog.id))
  }

  /// The texts that stand with an element in as small a part of the window as has any.
  func texts(around node: Node) -> [String] {
    for container in containers(of: node) {
      let part = subtree(of: container.id)
      if part.count > Self.smallPart { return [] }
      let texts = Self.texts(of: part.filter { $0.id != node.id })
      if !texts.isEmpty { return texts }
    }
    return []
  }

  /// The buttons of the form, dialog, page or window that a field is in.
  func formButtons(around field: Node) -> [Node] {
    let container = containers(of: field).first { Self.forms.contains($0.role) }
    return container.map { subtree(of: $0.id) }?.filter { $0.role == .pushButton && $0.isUsable } ?? []
  }

  /// An accessible and all that is in it.
  private func subtree(of id: NodeID) -> [Node] {
    guard let root = nodes.firstIndex(where: { $0.id == id }) else { return [] }
    var inside: Set<Int> = [root]
    for index in nodes.indices.dropFirst(root + 1) {
      if let parent = nodes[index].parent, inside.contains(parent) { inside.insert(index) }
    }
    return inside.sorted().map { nodes[$0] }
  }

  private static func texts(of nodes: [Node]) -> [String] {
    nodes.filter { textRoles.contains($0.role) && !$0.states.contains(.editable) }
      .flatMap { [$0.name, $0.text ?? ""] }.filter { !$0.isEmpty }
  }

  /// More than this is no longer beside something.
  private static let smallPart = 40

  private static let pressedRoles: Set<Role> = [
    .pushButton, .toggleButton, .menuItem, .checkMenuItem, .radioMenuItem, .link, .pushButtonMenu,
  ]
  private static let forms: Set<Role> = [.form, .dialog, .alert, .documentWeb, .frame, .window]
  private static let textRoles: Set<Role> = [
    .label, .static, .text, .paragraph, .heading, .section, .dialog, .alert, .frame, .panel,
  ]
}
