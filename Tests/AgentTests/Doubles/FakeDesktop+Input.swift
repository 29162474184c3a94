import Commands
import Geometry
import Input
import Outline

extension FakeDesktop: InputDriver {
  func move(to point: Point) async throws(InputError) {
    with { world in
      world.deeds.append(.move(point))
      world.onMove?(&world)
    }
  }

  func click(at point: Point, button: PointerButton, count: Int, modifiers: [Modifier]) async throws(InputError) {
    with { world in
      let node = world.node(at: point)
      world.deeds.append(.click(node?.name, button, count, modifiers))
      if let node, button == .left { world.take(node, isAdding: modifiers.contains(.ctrl)) }
      if let node { world.onClick[node.name]?(&world) }
    }
  }

  func drag(from start: Point, to end: Point) async throws(InputError) {
    with { $0.deeds.append(.drag($0.node(at: start)?.name, $0.node(at: end)?.name)) }
  }

  func scroll(at point: Point, direction: Direction, clicks: Int) async throws(InputError) {
    with { world in
      world.deeds.append(.scroll(direction, clicks))
      world.onScroll?(&world)
    }
  }

  func validate(_ chord: Chord) async throws(InputError) {
    guard chord.key != "Nonsense" else { throw .unknownKey(chord.key) }
  }

  func press(_ chord: Chord, times: Int) async throws(InputError) {
    with { world in
      world.deeds.append(.key("\(chord)"))
      if "\(chord)" == "ctrl+a" { world.isAllSelected = true }
      if chord.key == "Delete", world.isAllSelected { world.write("") }
      world.onKey["\(chord)"]?(&world)
    }
  }

  func type(_ text: String) async throws(InputError) {
    with { world in
      world.deeds.append(.type(text))
      world.write(text)
      world.onType?(&world)
    }
  }

  func putPointerBack() async throws(InputError) {}

  func paste(_ text: String) async throws(InputError) {
    with { world in
      world.deeds.append(.paste(text))
      world.write(text)
    }
  }

  func pointerPosition() async throws(InputError) -> Point { Point(x: 0, y: 0) }

  func heldModifiers() async throws(InputError) -> Set<Modifier> { [] }

  func waitForFreeModifiers(within limit: Duration) async throws(InputError) -> Set<Modifier> { [] }

  var hasPointer: Bool { true }

  func checkKeys() async throws(InputError) {}

  func gainKeys() async throws(InputError) {}

  var noticesPerson: Bool { true }

  func personHasActed() async -> Bool {
    with { world in
      defer { world.personHasActed = false }
      return world.personHasActed
    }
  }

  func releaseEverything() async {}
}

extension World {
  /// The innermost accessible of the active window at a place, in the frontmost of its roots that has one there.
  fileprivate func node(at point: Point) -> Node? {
    let shown = active.flatMap { nodes[$0] } ?? []
    let whole = windows.first { $0.id == active }?.bounds
    let hits = shown.indices.filter { shown[$0].bounds != whole && shown[$0].bounds?.contains(point) ?? false }
    let front = hits.first.map { root(of: $0, in: shown) }
    return hits.last { root(of: $0, in: shown) == front }.map { shown[$0] }
  }

  private func root(of place: Int, in nodes: [Node]) -> Int {
    nodes[place].parent.map { root(of: $0, in: nodes) } ?? place
  }

  /// What a left click does to a field, a check box or an item in every program.
  fileprivate mutating func take(_ node: Node, isAdding: Bool) {
    switch node.role {
    case .checkBox: self[node.name]?.states.formSymmetricDifference(.checked)
    case .entry, .passwordText: focus(node.name)
    case .listItem:
      if !isAdding, let active {
        for place in nodes[active, default: []].indices { nodes[active]?[place].states.remove(.selected) }
      }
      self[node.name]?.states.insert(.selected)
    default: break
    }
  }

  /// Writes into the field that has the focus, at its end, or over all of it once that is selected.
  fileprivate mutating func write(_ text: String) {
    guard let field = focused, field.role == .entry else { return }
    let written = isAllSelected ? text : (field.text ?? "") + text
    self[field.name]?.text = written
    isAllSelected = false
  }
}
