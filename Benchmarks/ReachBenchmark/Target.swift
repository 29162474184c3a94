import Outline

/// The places in a snapshot of the accessible that a pair is about.
struct Target {
  private let snapshot: Snapshot
  let places: [Int]

  init(_ pair: Pair, in snapshot: Snapshot) {
    self.snapshot = snapshot
    let found = snapshot.nodes.indices.filter { place in
      let node = snapshot.nodes[place]
      guard node.role.rawValue == pair.role, Self.words(of: node).contains(pair.name) else { return false }
      guard let within = pair.within else { return true }
      return Self.ancestors(of: place, in: snapshot).contains { Self.words(of: snapshot.nodes[$0]).contains(within) }
    }
    places = pair.nth.map { nth in found.indices.contains(nth) ? [found[nth]] : [] } ?? found
  }

  /// True for the accessible itself, for the row that it stands in, and for another cell of that row.
  func isReached(at place: Int) -> Bool {
    places.contains { $0 == place || isRow(place, around: $0) || isSameRow(place, $0) }
  }

  private func isRow(_ place: Int, around target: Int) -> Bool {
    guard snapshot.nodes[target].role != .link else { return false }
    return [.tableCell, .listItem, .treeItem].contains(snapshot.nodes[place].role)
      && Self.ancestors(of: target, in: snapshot).prefix(2).contains(place)
  }

  /// Cells of one row stand at one height in a table with headers; a grid of icons has none.
  private func isSameRow(_ one: Int, _ other: Int) -> Bool {
    let (parent, otherParent) = (snapshot.nodes[one].parent, snapshot.nodes[other].parent)
    if let parent, parent == otherParent, snapshot.nodes[parent].role == .tableCell { return true }
    guard let table = table(around: one), table == self.table(around: other) else { return false }
    guard let top = snapshot.nodes[one].bounds?.y, let otherTop = snapshot.nodes[other].bounds?.y else { return false }
    return abs(top - otherTop) < 4
      && snapshot.nodes.contains { $0.parent == table && ($0.role == .tableColumnHeader || $0.role == .columnHeader) }
  }

  private func table(around place: Int) -> Int? {
    guard snapshot.nodes[place].role == .tableCell else { return nil }
    return Self.ancestors(of: place, in: snapshot).first { [.table, .treeTable].contains(snapshot.nodes[$0].role) }
  }

  private static func ancestors(of place: Int, in snapshot: Snapshot) -> some Sequence<Int> {
    sequence(state: place) { current in
      guard let parent = snapshot.nodes[current].parent, parent < current else { return nil }
      current = parent
      return parent
    }
  }

  private static func words(of node: Node) -> Set<String> {
    let all = [node.name, node.text ?? "", node.label ?? "", node.description]
    return Set(all.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
  }
}
