import Accessibility
import Commands
import Outline

extension StepRunner {
  /// Selects just these items: the first by a click, the others added with Control held, as a person does.
  mutating func select(_ command: Command, _ refs: [Ref]) async throws -> StepReport {
    let before = observer.snapshot
    for (index, ref) in refs.enumerated() {
      let point = try await place(of: target(ref), ref)
      try await desktop.input.waitForFreeModifiers(within: .seconds(1))
      try await desktop.input.click(at: point, button: .left, count: 1, modifiers: index == 0 ? [] : [.ctrl])
      try await observer.settle()
    }
    let selected = refs.allSatisfy { ref in
      guard case .found(let index) = outliner.refs.resolve(ref, in: observer.snapshot) else { return false }
      return observer.snapshot.isSelected(index)
    }
    let effect: Effect = selected ? .confirmed : observer.snapshot.looksLike(before) ? .nothing : .changed
    return StepReport(command, route: .pointer, effect: effect)
  }

  /// Selects one item of a list or drop-down by its name.
  mutating func select(_ command: Command, _ name: String, in ref: Ref) async throws -> StepReport {
    let container = try await target(ref)
    if container.role == .comboBox || container.role == .pushButtonMenu, !container.states.contains(.expanded) {
      _ = try await click(command, .click, .element(ref), [])
    }
    let isThere = try await observer.wait(upTo: Self.menuLimit) {
      $0.snapshot.item(named: name, roles: Role.choices) != nil
    }
    guard isThere, let item = observer.snapshot.item(named: name, roles: Role.choices) else {
      throw StepError.noSuchItem(name, available: observer.snapshot.names(of: Role.choices))
    }
    return try await activate(command, item)
  }

  /// Opens one menu after the other, as a person does, and chooses the last title.
  mutating func menu(_ command: Command, _ path: [String], of ref: Ref?) async throws -> StepReport {
    if let ref {
      _ = try await click(command, .right, .element(ref), [])
    }
    var report = StepReport(command, effect: .nothing)
    for (level, title) in path.enumerated() {
      let isThere = try await observer.wait(upTo: Self.menuLimit) {
        $0.snapshot.item(named: title, roles: Role.menuParts) != nil
      }
      guard isThere, let item = observer.snapshot.item(named: title, roles: Role.menuParts) else {
        let available = observer.snapshot.names(of: Role.menuParts)
        if level > 0 || ref != nil { try await closeMenus() }
        throw StepError.noSuchItem(title, available: available)
      }
      guard item.isUsable else {
        try await closeMenus()
        throw StepError.itemDisabled(title)
      }
      report = try await activate(command, item)
    }
    return report
  }

  /// How long a menu or a list may take to show its items.
  private static let menuLimit = Duration.seconds(2)

  private mutating func activate(_ command: Command, _ item: Node) async throws -> StepReport {
    do {
      try await desktop.accessibility.press(item.id)
      return try await settled(command, .action, on: item)
    } catch AccessibilityError.unsupported {
      guard let bounds = item.bounds, !bounds.isEmpty else { throw StepError.noSuchItem(item.name, available: []) }
      try await desktop.input.click(at: bounds.center, button: .left, count: 1, modifiers: [])
      return try await settled(command, .pointer, on: item)
    }
  }

  private mutating func closeMenus() async throws {
    for _ in 0..<Self.deepestMenu where observer.snapshot.hasOpenMenu {
      try await desktop.input.press(Chord(modifiers: [], key: "Escape"), times: 1)
      try await observer.settle()
    }
  }

  private static let deepestMenu = 5
}

extension Snapshot {
  /// The item with this title that shows now, the innermost first; an ellipsis, case and spaces around it do not count.
  func item(named name: String, roles: Set<Role>) -> Node? {
    let wanted = name.menuTitle
    let candidates = nodes.filter { roles.contains($0.role) && $0.isShown }
    return candidates.last { $0.name.menuTitle == wanted } ?? candidates.last { $0.name.menuTitle.hasPrefix(wanted) }
  }

  func names(of roles: Set<Role>) -> [String] {
    nodes.filter { roles.contains($0.role) && $0.isShown && !$0.name.isEmpty }.map(\.name)
  }

  var hasOpenMenu: Bool {
    nodes.contains { $0.role == .menuItem && $0.isShown }
  }

  /// Selected itself, or by the row or cell around or inside it.
  func isSelected(_ index: Int) -> Bool {
    if nodes[index].states.contains(.selected) { return true }
    if let parent = nodes[index].parent, nodes[parent].states.contains(.selected) { return true }
    return nodes.contains { $0.parent == index && $0.states.contains(.selected) }
  }
}

extension Role {
  static let menuParts: Set<Role> = [.menu, .menuItem, .checkMenuItem, .radioMenuItem, .pushButtonMenu]
  static let choices: Set<Role> = [.menuItem, .listItem, .tableCell, .checkMenuItem, .radioMenuItem, .treeItem]
}

extension String {
  /// A title without its ellipsis, so that "Save As" finds "Save As…".
  var menuTitle: String {
    var title = lowercased()
    while let last = title.last, last == "…" || last == "." || last.isWhitespace { title.removeLast() }
    return title.drop { $0.isWhitespace }.description
  }
}
