import Accessibility
import Commands
import Geometry
import Outline

extension StepRunner {
  mutating func click(
    _ command: Command, _ kind: ClickKind, _ target: Target, _ modifiers: [Modifier]
  ) async throws -> StepReport {
    switch target {
    case .element(let ref):
      let node = try await self.target(ref, mayBeDisabled: kind == .hover)
      if isPressed(node, kind, modifiers) { return try await press(command, node, ref) }
      guard desktop.input.hasPointer else { return try await clickWithoutPointer(command, kind, node, modifiers) }
      let place = try await place(of: node, ref)
      if kind == .hover { return try await hover(command, at: place, over: node) }
      try await click(kind, at: place, modifiers)
      return try await settled(command, .pointer, on: node)
    case .point(let ref, let pixel):
      guard let picture, picture.shows(ref, of: observer.window) else { throw StepError.noPicture }
      guard let point = picture.screenshot.screenPoint(for: pixel) else { throw StepError.outsidePicture }
      try await click(kind, at: uncovered(point, mayBeInPopup: true), modifiers)
      return try await settled(command, .pointer, on: nil)
    }
  }

  /// Moves the pointer there and waits for a tool tip, which is in no tree.
  private mutating func hover(_ command: Command, at place: Point, over node: Node) async throws -> StepReport {
    let before = (tips: await desktop.windows.tooltips(), view: observer.snapshot)
    try await click(.hover, at: place, [])
    var report = try await settled(command, .pointer, on: node)
    guard report.effect == .nothing else { return report }
    let hasTip = try await observer.wait(upTo: Self.tipLimit) { observer in
      let tips = await observer.desktop.windows.tooltips()
      return tips.contains { !before.tips.contains($0) } || !observer.snapshot.looksLike(before.view)
    }
    if hasTip { report.effect = .changed }
    return report
  }

  /// How long after a window has settled a tool tip may take: most come after half a second.
  private static let tipLimit = Duration.seconds(1)

  /// Does what a plain click does, by the surest route; `ref` is what the accessible, or what it belongs to, was
  /// called.
  mutating func press(_ command: Command, _ node: Node, _ ref: Ref?) async throws -> StepReport {
    try await prepare(for: clipboardDeed(of: node))
    if let point = await surePlace(of: node) {
      try await click(.click, at: point, [])
    } else if try await pressed(node) {
      return try await settled(command, .action, on: node)
    } else {
      guard desktop.input.hasPointer else { throw StepError.noPointer }
      try await click(.click, at: place(of: node, ref), [])
    }
    return try await settled(command, .pointer, on: node)
  }

  /// Where to click what is clicked better than pressed by its action: an item of an open menu, because GTK 3 carries
  /// out its action inside its accessibility bridge, and answers nobody while a modal dialog that it opened stands; a
  /// menu in an open one, because LibreOffice then does nothing for what is chosen in it; and a button of Qt, because
  /// its action only lets it go down and up, and what a program does with a click is not done.
  func surePlace(of node: Node) async -> Point? {
    let snapshot = observer.snapshot
    let isClicked =
      node.role.isMenuLeaf || node.role == .menu && snapshot.isInPopup(node)
      || node.role == .pushButton && snapshot.toolkit == "Qt"
    guard desktop.input.hasPointer, isClicked, let point = clickPoint(of: node.id) else { return nil }
    return await cover(of: point, mayBeInPopup: true) == nil ? point : nil
  }

  /// Waits for what a step did and judges it.
  mutating func settled(_ command: Command, _ route: Route, on target: Node?) async throws -> StepReport {
    let before = observer.snapshot
    try await observer.settle { EffectJudge.isAnswered(command, on: target, before: $0, after: $1) }
    let effect = EffectJudge.effect(of: command, on: target, before: before, after: observer.snapshot)
    return StepReport(command, route: route, effect: effect)
  }

  /// Sets a check box or toggle button, whatever its state was.
  mutating func check(_ command: Command, _ ref: Ref, _ wanted: Bool) async throws -> StepReport {
    let node = try await target(ref)
    // GTK 4 calls a toggle button a button, which shows only while it is pressed.
    guard ref.isCheckable || node.role.isCheckable || node.states.contains(.checkable) || node.isChecked else {
      throw StepError.notCheckable(ref)
    }
    guard node.isChecked != wanted else {
      return StepReport(command, effect: .confirmed)
    }
    return try await press(command, node, ref)
  }

  /// Clicks with the pointer.
  func click(_ kind: ClickKind, at point: Point, _ modifiers: [Modifier]) async throws {
    let input = desktop.input
    if kind == .right { await waitForSelection() }
    try await input.waitForFreeModifiers(within: .seconds(1))
    switch kind {
    case .click: try await input.click(at: point, button: .left, count: 1, modifiers: modifiers)
    case .double: try await input.click(at: point, button: .left, count: 2, modifiers: modifiers)
    case .right: try await input.click(at: point, button: .right, count: 1, modifiers: modifiers)
    case .middle: try await input.click(at: point, button: .middle, count: 1, modifiers: modifiers)
    case .hover: try await input.move(to: point)
    }
  }

  /// Whether a click is done by the accessible's own action, unless it stands in an open menu.
  func isPressed(_ node: Node?, _ kind: ClickKind, _ modifiers: [Modifier]) -> Bool {
    guard let node, kind == .click, modifiers.isEmpty else { return false }
    return node.role.isPressedByAction && node.interfaces.contains(.action)
  }

  /// Only "unsupported" leads on to the pointer: an action that was carried out must not be repeated.
  func pressed(_ node: Node) async throws -> Bool {
    do {
      try await desktop.accessibility.press(node.id)
      return true
    } catch AccessibilityError.unsupported {
      return false
    }
  }
}

extension Ref {
  /// The outline shows it as something to check, though it may be a mere cell for its toolkit.
  fileprivate var isCheckable: Bool { kind == .check || kind == .radio }
}

extension Node {
  var isChecked: Bool { !states.isDisjoint(with: [.checked, .pressed]) }
}

extension Role {
  /// The kinds whose click action does what a click does, on every toolkit that offers it.
  fileprivate var isPressedByAction: Bool {
    switch self {
    case .pushButton, .toggleButton, .checkBox, .radioButton, .link, .menu, .menuItem, .checkMenuItem,
      .radioMenuItem, .pushButtonMenu:
      true
    default: false
    }
  }

  /// An item that does something, where a `menu` opens one more menu.
  var isMenuLeaf: Bool {
    [.menuItem, .checkMenuItem, .radioMenuItem].contains(self)
  }

  fileprivate var isCheckable: Bool {
    switch self {
    case .checkBox, .toggleButton, .radioButton, .checkMenuItem, .radioMenuItem: true
    default: false
    }
  }
}
