import Geometry
import MessageBus
import Outline

/// Reads a program level by level, many calls on the way at once, for programs without a cache to ask.
///
/// What is not visible is listed, but not looked into: a closed menu or a hidden page can hold hundreds.
struct WalkReader {
  private static let mostNodes = 5_000
  private static let mostLevels = 60

  let connection: Connection
  let deadline: ContinuousClock.Instant
  let toolkit: Toolkit
  let visibility: Visibility
  /// What need not be asked for any more.
  var known: [NodeID: CachedItem] = [:]

  /// The accessibles below `roots`, parents first, and whether a limit cut them short.
  func nodes(below roots: [NodeID]) -> (nodes: [Node], isTruncated: Bool) {
    var levels = [roots.map { Visit(id: $0, parent: nil) }]
    var isTruncated = false
    var count = 0
    while let level = levels.last, !level.isEmpty {
      let (visits, children, cut) = visit(level)
      levels[levels.count - 1] = visits
      isTruncated = isTruncated || cut
      count += visits.count
      guard count + children.count <= Self.mostNodes, levels.count < Self.mostLevels else {
        isTruncated = true
        break
      }
      levels.append(children)
    }
    return (Self.depthFirst(levels), isTruncated)
  }

  /// Reads one level and names the next.
  private func visit(_ level: [Visit]) -> (visits: [Visit], children: [Visit], isTruncated: Bool) {
    var visits = level
    let batch = Batch(connection, until: deadline)
    for (index, visit) in level.enumerated() {
      let id = visit.node.id
      if let node = known[id]?.node {
        visits[index].node = node
        batch.add(.extents(of: id, toolkit.coordinates)) { visits[index].node.bounds = $0.child(0)?.rect }
      } else {
        batch.readBasics(of: id, toolkit.coordinates) { change in change(&visits[index].node) }
      }
    }
    batch.run()
    var children: [[NodeID]] = Array(repeating: [], count: level.count)
    var long: [Int] = []
    for (index, visit) in visits.enumerated() where visibility.isVisible(visit.node) || visit.parent == nil {
      let id = visit.node.id
      if known[id] == nil { batch.readOffers(of: id) { change in change(&visits[index].node) } }
      guard visit.node.childCount > 0, !visit.node.states.contains(.managesDescendants) else { continue }
      guard visit.node.childCount <= ChildRangeReader.mostChildren else {
        long.append(index)
        continue
      }
      batch.add(.children(of: id)) { children[index] = $0.child(0)?.references ?? [] }
    }
    batch.run()
    for index in long { children[index] = shownChildren(of: visits[index].node) }
    let next = children.enumerated().flatMap { parent, ids in ids.map { Visit(id: $0, parent: parent) } }
    return (visits, next, batch.isExpired)
  }

  /// Those in view; positions in GTK 4 are within the window, so that only the container bounds them.
  private func shownChildren(of node: Node) -> [NodeID] {
    let areas = toolkit.isGTK4 ? [] : visibility.areas
    let bounds = node.bounds ?? visibility.areas.first
    guard let bounds else { return [] }
    return ChildRangeReader(connection: connection, deadline: deadline, coordinates: toolkit.coordinates)
      .children(of: node, in: areas.first { $0.intersects(bounds) } ?? bounds)
  }

  /// Turns levels into one list in document order. A visit's parent is its place in the level above.
  private static func depthFirst(_ levels: [[Visit]]) -> [Node] {
    var childrenOf: [[[Int]]] = levels.map { Array(repeating: [], count: $0.count) }
    for depth in levels.indices.dropFirst() {
      for (index, visit) in levels[depth].enumerated() {
        if let parent = visit.parent { childrenOf[depth - 1][parent].append(index) }
      }
    }
    var nodes: [Node] = []
    var seen: Set<NodeID> = []
    func append(_ depth: Int, _ index: Int, parent: Int?) {
      var node = levels[depth][index].node
      guard seen.insert(node.id).inserted else { return }
      node.parent = parent
      let place = nodes.count
      nodes.append(node)
      for child in childrenOf[depth][index] { append(depth + 1, child, parent: place) }
    }
    for index in (levels.first ?? []).indices { append(0, index, parent: nil) }
    return nodes
  }

  private struct Visit {
    var node: Node
    /// Its parent's place in the level above.
    var parent: Int?

    init(id: NodeID, parent: Int?) {
      node = Node(id: id, parent: nil, role: .unknown)
      self.parent = parent
    }
  }
}
