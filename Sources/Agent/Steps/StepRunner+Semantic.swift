import Accessibility
import Commands
import Outline

/// What a pointer or keys would do, done through the accessibility bus, for a desktop that gives no pointer.
extension StepRunner {
  /// How a click reaches an accessible: it selects an item and presses anything else that can be pressed; a double
  /// click opens.
  func routeWithoutPointer(of kind: ClickKind, on node: Node, _ modifiers: [Modifier]) throws(StepError) -> Route {
    guard kind == .click || kind == .double, modifiers.isEmpty else { throw .noPointer }
    if kind == .click, Self.items.contains(node.role) { return .selection }
    guard node.interfaces.contains(.action) else { throw .noPointer }
    return .action
  }

  mutating func clickWithoutPointer(
    _ command: Command, _ kind: ClickKind, _ node: Node, _ modifiers: [Modifier]
  ) async throws -> StepReport {
    let route = try routeWithoutPointer(of: kind, on: node, modifiers)
    try await orNoPointer {
      if route == .selection {
        try await desktop.accessibility.select(node.id)
      } else {
        try await desktop.accessibility.press(node.id)
      }
    }
    return try await settled(command, route, on: node)
  }

  mutating func selectWithoutPointer(_ command: Command, _ refs: [Ref]) async throws -> StepReport {
    for (index, ref) in refs.enumerated() {
      let item = try await target(ref)
      try await orNoPointer {
        if index == 0 {
          try await desktop.accessibility.select(item.id)
        } else {
          try await desktop.accessibility.addToSelection(item.id)
        }
      }
    }
    return try await settled(command, .selection, on: target(refs[0]))
  }

  /// Presses an item of a menu that need not be open; nil where its program makes the item only when it opens the menu.
  mutating func menuWithoutOpening(_ command: Command, _ path: [String]) async throws -> StepReport? {
    let snapshot = observer.snapshot
    let item = snapshot.nodes.first { node in
      let menus = snapshot.containers(of: node).filter { Role.menuParts.contains($0.role) && !$0.name.isEmpty }
      let titled = [node] + menus
      return Role.menuParts.contains(node.role) && titled.count == path.count
        && zip(titled, path.reversed()).allSatisfy { $0.isTitled($1) }
    }
    guard let item, item.interfaces.contains(.action) else { return nil }
    guard item.isUsable else { throw StepError.itemDisabled(item.name) }
    if await needsLeave(toChoose: item, by: command), try await !getsLeave(for: command) {
      throw StepError.notConfirmed
    }
    try await orNoPointer { try await desktop.accessibility.press(item.id) }
    return try await settled(command, .action, on: item)
  }

  /// How a text gets into a field: as text, because keys bring only what stands on them, else by keys. Fails where it
  /// takes keys and there are none.
  func routeWithoutPointer(ofTypingInto field: Node?, enter: Bool) async throws -> Route {
    let takesText = field?.interfaces.contains(.editableText) ?? false
    if !takesText || enter && field?.isActivated != true { try await desktop.input.checkKeys() }
    return takesText ? .text : .keyboard
  }

  /// Inserts at the caret of the field with the focus, or at the end of another, and presses Return by the field's own
  /// action or else its key; nil where keys have to bring the text.
  mutating func typeAsText(
    _ command: Command, _ ref: Ref?, _ text: String, enter: Bool
  ) async throws -> StepReport? {
    let wanted = if let ref { try await target(ref) } else { observer.snapshot.focusedField }
    guard let field = wanted, try await routeWithoutPointer(ofTypingInto: field, enter: enter) == .text else {
      return nil
    }
    let ground = observer.ground
    let needsKey = enter && !field.isActivated
    // Before anything is written, so that all of it is or nothing.
    if needsKey { try await readyForKeys(in: ref, ground) }
    // Return is pressed where the caret is.
    let isAtCaret = needsKey || field.states.contains(.focused)
    let end = isAtCaret ? nil : field.text?.unicodeScalars.count
    guard try await inserted(text, into: field, at: end) else { return nil }
    var report = try await settled(command, .text, on: field)
    guard enter else { return report }
    let typed = report.effect
    if !needsKey, try await pressed(field) {
      report = try await settled(command, .text, on: field)
    } else {
      try await readyForKeys(in: ref, ground)
      report = try await pressReturn(command, on: field, ground)
    }
    if typed == .confirmed { report.effect = .confirmed }
    return report
  }

  private func inserted(_ text: String, into field: Node, at position: Int?) async throws -> Bool {
    do {
      try await desktop.accessibility.insertText(text, into: field.id, at: position)
      return true
    } catch AccessibilityError.unsupported {
      return false
    }
  }

  private mutating func readyForKeys(in ref: Ref?, _ ground: Ground) async throws {
    if let ref { _ = try await focusedField(ref, ground) }
    try await readyForKeys(on: ground)
  }

  private func orNoPointer(_ act: () async throws -> Void) async throws {
    do {
      try await act()
    } catch AccessibilityError.unsupported {
      throw StepError.noPointer
    }
  }

  private static let items: Set<Role> = [.listItem, .icon, .tableCell, .tableRow, .treeItem, .pageTab]
}

extension Node {
  /// Whether its action does what Return does in it. In a text of several lines Return is a line break, and GTK 4 says
  /// of everything that it has actions.
  fileprivate var isActivated: Bool { interfaces.contains(.action) && !states.contains(.multiLine) }
}
