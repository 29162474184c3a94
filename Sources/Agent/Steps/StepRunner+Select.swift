import Commands
import Geometry
import Outline

extension StepRunner {
  /// Selects just these items: the first by a click, the others added with Control held, as a person does.
  mutating func select(_ command: Command, _ refs: [Ref]) async throws -> StepReport {
    guard desktop.input.hasPointer else { return try await selectWithoutPointer(command, refs) }
    let before = observer.snapshot
    // A plain click on one of several selected items may leave the others selected, to be dragged.
    let first = refs.first { !isSelected($0) } ?? refs[0]
    try await clickToSelect(place(of: target(first), first), [])
    for ref in refs where ref != first && !isSelected(ref) {
      try await clickToSelect(place(of: target(ref), ref), [.ctrl])
    }
    var tried: Set<String> = []
    while let other = selected(besides: refs).first(where: { !tried.contains($0.row) }) {
      tried.insert(other.row)
      try await clickToSelect(place(of: other, nil), [.ctrl])
    }
    let isDone = refs.allSatisfy(isSelected) && selected(besides: refs).isEmpty
    let effect: Effect = isDone ? .confirmed : observer.snapshot.looksLike(before) ? .nothing : .changed
    return StepReport(command, route: .pointer, effect: effect)
  }

  private mutating func clickToSelect(_ place: Point, _ modifiers: [Modifier]) async throws {
    try await click(.click, at: place, modifiers)
    try await observer.settle { $0.selectedItems != $1.selectedItems }
  }

  /// The items that are selected in the list of the first of `refs`, though none of them names them or their row.
  private func selected(besides refs: [Ref]) -> [Node] {
    let wanted = refs.compactMap { ref -> Int? in
      guard case .found(let index) = outliner.refs.resolve(ref, in: observer.snapshot) else { return nil }
      return index
    }
    return wanted.first.map { observer.snapshot.selected(besides: wanted, inListOf: $0) } ?? []
  }

  private func isSelected(_ ref: Ref) -> Bool {
    guard case .found(let index) = outliner.refs.resolve(ref, in: observer.snapshot) else { return false }
    return observer.snapshot.isSelected(index)
  }
}

extension Snapshot {
  /// The items that are selected in the list around `item`, without those of `wanted`, which are items or rows, and what
  /// is around, inside or in one row with them.
  fileprivate func selected(besides wanted: [Int], inListOf item: Int) -> [Node] {
    let list = containers(of: nodes[item]).first { !Role.rows.contains($0.role) }
    let ids = Set(wanted.map { nodes[$0].id })
    let rows = Set(wanted.compactMap { nodes[$0].cell?.row })
    let around = Set(wanted.flatMap { containers(of: nodes[$0]).map(\.id) })
    return nodes.filter { node in
      guard node.states.contains(.selected), !ids.contains(node.id), !around.contains(node.id) else { return false }
      let containers = containers(of: node).map(\.id)
      return containers.contains { $0 == list?.id } && ids.isDisjoint(with: containers)
        && !(node.cell.map { rows.contains($0.row) } ?? false)
    }
  }

  /// Selected itself, or by the row or cell around or inside it.
  func isSelected(_ index: Int) -> Bool {
    if nodes[index].states.contains(.selected) { return true }
    if let parent = nodes[index].parent, nodes[parent].states.contains(.selected) { return true }
    return nodes.contains { $0.parent == index && $0.states.contains(.selected) }
  }
}

extension Node {
  /// What is selected as one with it: the row of a table, or it alone.
  fileprivate var row: String {
    cell.map { "\($0.row)" } ?? id.path
  }
}

extension Role {
  fileprivate static let rows: Set<Role> = [.tableRow, .tableCell, .listItem, .treeItem, .icon]
}
