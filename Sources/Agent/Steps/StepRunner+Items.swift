import Accessibility
import Commands
import Outline

extension StepRunner {
  /// Selects one item of a list or drop-down by its name, or a stretch of a text.
  mutating func select(_ command: Command, _ name: String, in ref: Ref) async throws -> StepReport {
    if ref.isText { return try await selectText(command, name, in: ref) }
    let container = try await target(ref)
    let isDropDown = Role.dropDowns.contains(container.role)
    if isDropDown, !container.states.contains(.expanded) { try await open(container, command, ref) }
    let isThere = try await observer.wait(upTo: Self.menuLimit) { observer in
      observer.snapshot.choices(in: container.id, isDropDown: isDropDown).contains { $0.isTitled(name) }
    }
    let choices = observer.snapshot.choices(in: container.id, isDropDown: isDropDown)
    guard isThere, let item = choices.last(where: { $0.isTitled(name) }) else {
      let isDrawn = if isDropDown, choices.isEmpty { await hasPopup() } else { false }
      if isDropDown { try await press(.escape) }
      if isDrawn { throw StepError.drawnItems(ref) }
      throw StepError.noSuchItem(name, available: observer.snapshot.titles(of: choices))
    }
    var report = StepReport(command, effect: .nothing)
    if isDropDown || !desktop.input.hasPointer {
      report = try await press(command, item, ref)
    } else {
      // The action of an item can leave others selected.
      try await click(.click, at: place(of: item, ref), [])
      report = try await settled(command, .pointer, on: item)
    }
    if observer.snapshot.isChosen(name, in: container.id) { report.effect = .confirmed }
    return report
  }

  /// Opens a drop-down list. A click on one with a field would only go into the field.
  private mutating func open(_ dropDown: Node, _ command: Command, _ ref: Ref) async throws {
    let parts = observer.snapshot.nodes.filter { part in
      part.isShown && observer.snapshot.containers(of: part).contains { $0.id == dropDown.id }
    }
    guard parts.contains(where: { $0.states.contains(.editable) }) else {
      _ = try await click(command, .click, .element(ref), [])
      return
    }
    let button = parts.first { $0.role.isButton }
    guard button?.isChecked != true else { return }
    _ = try await press(command, button ?? dropDown, ref)
  }

  /// Opens one menu after the other, as a person does, and chooses the last title.
  mutating func menu(
    _ command: Command, _ path: [String], of ref: Ref?, hasLeave: Bool = false
  ) async throws -> StepReport {
    if !desktop.input.hasPointer, ref == nil, let report = try await menuWithoutOpening(command, path) {
      return report
    }
    if let ref {
      _ = try await click(command, .right, .element(ref), [])
    }
    var report = StepReport(command, effect: .nothing)
    var earlier: Set<NodeID> = []
    for (level, title) in path.enumerated() {
      let isOpen = level > 0 || ref != nil
      let isThere = try await waitForItem(title, isOpen: isOpen, besides: earlier)
      let items = observer.snapshot.menuItems(isOpen: isOpen)
      guard isThere, let item = items.last(where: { $0.isTitled(title) }) else {
        let isDrawn = if items.isEmpty { await hasPopup() } else { false }
        if isOpen { try await closeMenus() }
        if let ref, isDrawn { throw StepError.drawnItems(ref) }
        throw StepError.noSuchItem(title, available: observer.snapshot.titles(of: items))
      }
      guard item.isUsable else {
        try await closeMenus()
        throw StepError.itemDisabled(title)
      }
      if level == path.count - 1, !hasLeave, await needsLeave(toChoose: item, by: command) {
        // An open menu holds the keyboard, which the person may need for the answer.
        try await closeMenus()
        guard try await getsLeave(for: command) else { throw StepError.notConfirmed }
        return try await menu(command, path, of: ref, hasLeave: true)
      }
      earlier = observer.snapshot.openItems
      do {
        report = try await press(command, item, ref)
      } catch StepError.clipboardNotKept {
        try await closeMenus()
        throw StepError.clipboardNotKept
      }
    }
    return report
  }

  /// Waits for an item of the menu that shows nothing but `earlier` items yet. One that has opened empty gets the time
  /// of a program that is loading: it may have to ask others what to offer.
  private mutating func waitForItem(
    _ title: String, isOpen: Bool, besides earlier: Set<NodeID>
  ) async throws(ViewError) -> Bool {
    let hasItem = { (observer: Observer) in
      observer.snapshot.menuItems(isOpen: isOpen).contains { $0.isTitled(title) }
    }
    if try await observer.wait(upTo: Self.menuLimit, until: hasItem) { return true }
    guard isOpen, observer.snapshot.openItems.isSubset(of: earlier), await hasPopup() else { return false }
    _ = try await observer.wait(upTo: Observer.busyLimit) { !$0.snapshot.openItems.isSubset(of: earlier) }
    return try await observer.wait(upTo: Self.menuLimit, until: hasItem)
  }

  private func hasPopup() async -> Bool {
    await desktop.windows.popups().contains { $0.pid == observer.window.pid }
  }

  /// How long a menu or a list may take to show an item.
  private static let menuLimit = Duration.seconds(2)

  private mutating func closeMenus() async throws {
    if observer.snapshot.openItems.isEmpty, await hasPopup() { try await press(.escape) }
    for _ in 0..<Self.deepestMenu where !observer.snapshot.openItems.isEmpty { try await press(.escape) }
  }

  private mutating func press(_ chord: Chord) async throws {
    // Where keys cannot be had the menu stays open, and what is told is why it was to be closed.
    if !desktop.input.hasPointer, (try? await readyForKeys(on: observer.ground)) == nil { return }
    try await desktop.input.press(chord, times: 1)
    try await observer.settle()
  }

  private static let deepestMenu = 5
}

extension Chord {
  fileprivate static let escape = Chord(modifiers: [], key: "Escape")
}

extension Snapshot {
  /// The parts of menus that show now, innermost last, after the buttons that open one. Once a menu is open, neither
  /// those nor the parts of the menu bar count.
  fileprivate func menuItems(isOpen: Bool) -> [Node] {
    let parts = nodes.filter { Role.menuParts.contains($0.role) && $0.isShown && !(isOpen && isInMenuBar($0)) }
    return isOpen ? parts : nodes.filter { $0.states.contains(.hasPopup) && $0.role.isButton && $0.isShown } + parts
  }

  /// The items that can be chosen in a list, or in the drop-down list that has opened, by the titles that they show.
  fileprivate func choices(in container: NodeID, isDropDown: Bool) -> [Node] {
    let items = nodes.indices.filter { index in
      guard Role.choices.contains(nodes[index].role), nodes[index].isShown else { return false }
      return containers(of: nodes[index]).contains { $0.id == container } || isDropDown && isInPopup(nodes[index])
    }.map(titled)
    // A drop-down list of GTK 4 goes on showing the one that is chosen.
    let open = isDropDown ? items.filter(isInPopup) : []
    return open.isEmpty ? items : open
  }

  /// The items of GTK 4 have no names, but labels in them.
  private func titled(_ index: Int) -> Node {
    var item = nodes[index]
    guard item.name.isEmpty else { return item }
    let inside = nodes[(index + 1)...].prefix { ($0.parent ?? -1) >= index }
    item.name = inside.first { $0.role == .label && !$0.name.isEmpty }?.name ?? ""
    return item
  }

  /// Whether a list or drop-down shows `title` as what is selected in it.
  fileprivate func isChosen(_ title: String, in container: NodeID) -> Bool {
    let items = choices(in: container, isDropDown: false)
    let isDropDown = nodes.contains { $0.id == container && $0.role == .comboBox }
    if isDropDown, items.count == 1, items[0].isTitled(title) { return true }
    return nodes.contains { node in
      if node.id == container { return node.isTitled(title) || node.text?.menuTitle == title.menuTitle }
      guard containers(of: node).contains(where: { $0.id == container }) else { return false }
      return node.states.contains(.editable)
        ? node.text == title : node.isTitled(title) && node.states.contains(.selected)
    }
  }

  /// What can be told of items that were not asked for.
  fileprivate func titles(of items: [Node]) -> [String] {
    items.map(\.name).filter { !$0.isEmpty && !isClassName($0) }
  }

  private func isInMenuBar(_ node: Node) -> Bool {
    node.parent.map { nodes[$0].role == .menuBar } ?? false
  }

  /// The items of open menus.
  fileprivate var openItems: Set<NodeID> {
    Set(nodes.lazy.filter { $0.role == .menuItem && $0.isShown && !isInMenuBar($0) }.map(\.id))
  }
}

extension Role {
  fileprivate var isButton: Bool { self == .pushButton || self == .toggleButton }

  static let menuParts: Set<Role> = [.menu, .menuItem, .checkMenuItem, .radioMenuItem, .pushButtonMenu]
  fileprivate static let dropDowns: Set<Role> = [.comboBox, .pushButtonMenu]
  fileprivate static let choices: Set<Role> = [
    .menuItem, .listItem, .tableCell, .checkMenuItem, .radioMenuItem, .treeItem,
  ]
}

extension Node {
  /// Whether it is called so; an ellipsis, case and spaces around the title do not count.
  func isTitled(_ title: String) -> Bool {
    name.menuTitle == title.menuTitle
  }
}

extension String {
  /// A title without its ellipsis, so that "Save As" finds "Save As…", and without its shortcut, which Chromium has
  /// in the names of items.
  fileprivate var menuTitle: String {
    var title = lowercased()
    if let last = title.split(separator: " ").last {
      let keys = last.split(separator: "+")
      let isShortcut = keys.count > 1 && keys.dropLast().allSatisfy { ["ctrl", "shift", "alt"].contains($0) }
      if isShortcut { title.removeLast(last.count) }
    }
    while let last = title.last, last == "…" || last == "." || last.isWhitespace { title.removeLast() }
    return title.drop { $0.isWhitespace }.description
  }
}
