import Accessibility
import Commands
import Outline

/// What a pointer or keys would do, done through the accessibility bus alone, for a desktop that gives neither.
extension StepRunner {
  /// A click selects an item and presses anything else that can be pressed; a double click opens.
  mutating func clickWithoutPointer(
    _ command: Command, _ kind: ClickKind, _ node: Node, _ modifiers: [Modifier]
  ) async throws -> StepReport {
    guard kind == .click || kind == .double, modifiers.isEmpty else { throw StepError.outOfReach }
    if kind == .click, Self.items.contains(node.role) {
      try await orOutOfReach { try await desktop.accessibility.select(node.id) }
      return try await settled(command, .selection, on: node)
    }
    guard node.interfaces.contains(.action) else { throw StepError.outOfReach }
    try await orOutOfReach { try await desktop.accessibility.press(node.id) }
    return try await settled(command, .action, on: node)
  }

  mutating func selectWithoutPointer(_ command: Command, _ refs: [Ref]) async throws -> StepReport {
    for (index, ref) in refs.enumerated() {
      let item = try await target(ref)
      try await orOutOfReach {
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
    try await orOutOfReach { try await desktop.accessibility.press(item.id) }
    return try await settled(command, .action, on: item)
  }

  /// Inserts at the caret of the field with the focus, or at the end of another, and presses Return by the field's own action.
  mutating func typeWithoutKeys(
    _ command: Command, _ ref: Ref?, _ text: String, enter: Bool
  ) async throws -> StepReport {
    let wanted = if let ref { try await target(ref) } else { observer.snapshot.focusedField }
    guard let field = wanted, field.interfaces.contains(.editableText), !enter || field.interfaces.contains(.action)
    else { throw StepError.outOfReach }
    let end = field.states.contains(.focused) ? nil : field.text?.unicodeScalars.count
    try await orOutOfReach { try await desktop.accessibility.insertText(text, into: field.id, at: end) }
    var report = try await settled(command, .text, on: field)
    guard enter else { return report }
    let typed = report.effect
    try await orOutOfReach { try await desktop.accessibility.press(field.id) }
    report = try await settled(command, .text, on: field)
    if typed == .confirmed { report.effect = .confirmed }
    return report
  }

  private func orOutOfReach(_ act: () async throws -> Void) async throws {
    do {
      try await act()
    } catch AccessibilityError.unsupported {
      throw StepError.outOfReach
    }
  }

  private static let items: Set<Role> = [.listItem, .icon, .tableCell, .tableRow, .treeItem, .pageTab]
}
