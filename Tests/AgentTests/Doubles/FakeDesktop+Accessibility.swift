import Agent
import Geometry
import Outline

@testable import Accessibility

extension FakeDesktop: AccessibilityTree {
  func snapshot(of window: Window, popups: [Window], limit: Duration) async throws(AccessibilityError) -> Snapshot {
    let (nodes, isBusy, isTruncated) = with { world in
      world.busySnapshots -= 1
      defer { world.onSnapshot?(&world) }
      let isTruncated = world.readingTime > limit
      world.pass(min(world.readingTime, limit))
      return (world.nodes[window.id], world.busySnapshots >= 0, isTruncated)
    }
    if isBusy { throw .notResponding(program: window.program, after: limit) }
    guard let nodes else { throw .notRegistered(program: window.program, why: .drawsItself) }
    return Snapshot(
      application: window.program, toolkit: with { $0.toolkit }, window: window, nodes: nodes, isTruncated: isTruncated)
  }

  func snapshot(of window: Window, finding match: NameMatch, limit: Duration) async -> Snapshot? {
    with { world in
      guard let nodes = world.nodes[window.id], !world.unread.isEmpty else { return nil }
      let found = world.unread.filter { match.closeness(of: $0.name) > 0 }
      return Snapshot(
        application: window.program, toolkit: world.toolkit, window: window, nodes: nodes.inserting([0: found]))
    }
  }

  func changes(in window: Window) async -> Int {
    with { world in
      guard world.tellsOfChanges, let nodes = world.nodes[window.id] else { return 0 }
      let last = world.told[window.id] ?? (nodes, 0)
      if last.nodes != nodes || world.told[window.id] == nil {
        world.told[window.id] = (nodes, last.nodes == nodes ? last.count : last.count + 1)
      }
      return world.told[window.id]?.count ?? 0
    }
  }

  func node(_ id: NodeID) async throws(AccessibilityError) -> Node? {
    with { $0.node(id) }
  }

  func press(_ id: NodeID) async throws(AccessibilityError) -> Answer {
    try act(on: id) { world, node throws(AccessibilityError) in
      guard node.interfaces.contains(.action), !world.unpressable.contains(node.name) else {
        throw .unsupported("a click")
      }
      if world.failing.contains(node.name) { throw .refused("a click") }
      world.deeds.append(.press(node.name))
      if node.role == .checkBox { world[node.name]?.states.formSymmetricDifference(.checked) }
      world.onPress[node.name]?(&world)
    }
  }

  func keyBinding(of id: NodeID) async throws(AccessibilityError) -> String {
    with { world in world.node(id).flatMap { world.keyBindings[$0.name] } ?? "" }
  }

  func focus(_ id: NodeID) async throws(AccessibilityError) -> Answer {
    try act(on: id) { world, node throws(AccessibilityError) in
      guard !world.unpressable.contains(node.name) else { throw .unsupported("focus") }
      world.deeds.append(.focus(node.name))
      world.focus(node.name)
      world.onFocus[node.name]?(&world)
    }
  }

  func setText(_ text: String, of id: NodeID) async throws(AccessibilityError) -> Answer {
    let answer = try act(on: id) { world, node throws(AccessibilityError) in
      guard !world.unpressable.contains(node.name) else { throw .unsupported("text") }
      world.deeds.append(.setText(node.name, text))
      if !world.dropsText, !world.declinesText, node.role != .passwordText { world[node.name]?.text = text }
    }
    return with { $0.declinesText } ? .declined : answer
  }

  func setValue(_ value: Double, of id: NodeID) async throws(AccessibilityError) -> Answer {
    try act(on: id) { world, node throws(AccessibilityError) in
      guard !world.unpressable.contains(node.name) else { throw .unsupported("a value") }
      world.deeds.append(.setValue(node.name, value))
      world[node.name]?.value?.current = min(value, node.value?.maximum ?? value)
    }
  }

  func insertText(
    _ text: String, into id: NodeID, at offset: Int?
  ) async throws(AccessibilityError) -> Answer {
    try act(on: id) { world, node throws(AccessibilityError) in
      world.deeds.append(.setText(node.name, (node.text ?? "") + text))
      world[node.name]?.text = (node.text ?? "") + text
    }
  }

  func select(_ item: NodeID) async throws(AccessibilityError) -> Answer {
    try act(on: item) { world, node throws(AccessibilityError) in
      guard node.states.contains(.selectable) else { throw .unsupported("selecting") }
      world.deeds.append(.select(node.name))
      world[node.name]?.states.insert(.selected)
    }
  }

  func selectText(_ range: Range<Int>, in id: NodeID) async throws(AccessibilityError) -> Answer {
    try act(on: id) { world, node throws(AccessibilityError) in
      guard !world.unpressable.contains(node.name) else { throw .unsupported("selecting text") }
      world.deeds.append(.selectText(node.name, range))
      guard !world.dropsText else { return }
      world.selectedText[node.name] = TextSearch.text(in: range, of: node.text ?? "")
    }
  }

  func selectedText(of id: NodeID) async throws(AccessibilityError) -> String {
    with { world in world.node(id).flatMap { world.selectedText[$0.name] } ?? "" }
  }

  func addToSelection(_ item: NodeID) async throws(AccessibilityError) -> Answer {
    try await select(item)
  }

  func scrollIntoView(_ id: NodeID) async throws(AccessibilityError) -> Answer {
    try act(on: id) { world, node throws(AccessibilityError) in
      world.deeds.append(.scrollTo(node.name))
      if world.read(node) { return }
      guard let window = world.window(of: id), !world.unpressable.contains(node.name) else {
        throw .unsupported("scrolling")
      }
      world[node.name]?.bounds?.y = window.bounds.y + 30
    }
  }

  func text(of id: NodeID, from start: Int, count: Int) async throws(AccessibilityError) -> TextPage {
    guard let text = with({ $0.node(id)?.text }) else { throw .gone }
    let scalars = text.unicodeScalars
    let page = scalars.dropFirst(start).prefix(count)
    return TextPage(text: String(String.UnicodeScalarView(page)), start: start, total: scalars.count)
  }

  func page(of id: NodeID, from start: Int, count: Int) async throws(AccessibilityError) -> TextPage {
    try await text(of: id, from: start, count: count)
  }

  private func act(
    on id: NodeID, _ body: (inout World, Node) throws(AccessibilityError) -> Void
  ) throws(AccessibilityError) -> Answer {
    let result = with { world -> Result<Answer, AccessibilityError> in
      guard let node = world.node(id) else { return .failure(.gone) }
      do throws(AccessibilityError) {
        try body(&world, node)
        return .success(.accepted)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension World {
  func node(_ id: NodeID) -> Node? {
    nodes.values.joined().first { $0.id == id } ?? unread.first { $0.id == id }
  }

  /// Shows what was not read yet in the window in front; false where it was read.
  mutating func read(_ node: Node) -> Bool {
    guard let place = unread.firstIndex(where: { $0.id == node.id }), let window = windows.first else { return false }
    var node = unread.remove(at: place)
    node.parent = 0
    node.states.insert([.showing, .visible])
    node.bounds = Rect(x: window.bounds.x + 10, y: window.bounds.y + 30, width: 80, height: 20)
    nodes[window.id]?.append(node)
    return true
  }

  func window(of id: NodeID) -> Window? {
    windows.first { window in nodes[window.id]?.contains { $0.id == id } ?? false }
  }
}
