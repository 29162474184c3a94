import Geometry
import MessageBus
import Outline

/// Reads a program accessible by accessible, many calls on the way at once, for programs without a cache to ask.
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
    let walk = Walk(reader: self)
    for root in roots { walk.visit(root, below: nil) }
    walk.finish()
    return (walk.nodesInDocumentOrder, walk.isCut)
  }

  /// Those in view; positions in GTK 4 are within the window, so that only the container bounds them.
  private func shownChildren(of node: Node) -> [NodeID] {
    let areas = toolkit.isGTK4 ? [] : visibility.areas
    let bounds = node.bounds ?? visibility.areas.first
    guard let bounds else { return [] }
    return ChildRangeReader(connection: connection, deadline: deadline, coordinates: toolkit.coordinates)
      .children(of: node, in: areas.first { $0.intersects(bounds) } ?? bounds)
  }

  /// What was met so far. It goes on below each accessible as soon as that has told what it is.
  private final class Walk {
    private let reader: WalkReader
    private let batch: Batch
    /// In the order in which they were met.
    private var visits: [Visit] = []
    /// The places of containers of which only the children in view are read.
    private var long: [Int] = []
    private(set) var isCut = false

    init(reader: WalkReader) {
      self.reader = reader
      batch = Batch(reader.connection, until: reader.deadline)
    }

    func visit(_ id: NodeID, below parent: Int?) {
      let level = parent.map { visits[$0].level + 1 } ?? 0
      guard visits.count < WalkReader.mostNodes, level < WalkReader.mostLevels else {
        isCut = true
        return
      }
      let place = visits.count
      let known = reader.known[id]?.node
      visits.append(
        Visit(node: known ?? Node(id: id, parent: nil, role: .unknown), isRoot: parent == nil, level: level))
      if let parent { visits[parent].children.append(place) }
      if known == nil {
        batch.readBasics(of: id, reader.toolkit.coordinates, store: store(at: place)) { self.look(into: place) }
      } else {
        batch.readExtents(of: id, reader.toolkit.coordinates, store: store(at: place)) { self.look(into: place) }
      }
    }

    private func store(at place: Int) -> Batch.Store {
      { change in change(&self.visits[place].node) }
    }

    private func look(into place: Int) {
      let node = visits[place].node
      guard visits[place].isRoot || reader.visibility.isVisible(node) || node.isUndrawnTab else { return }
      if reader.known[node.id] == nil { batch.readOffers(of: node.id, store: store(at: place)) }
      guard node.childCount > 0, !node.states.contains(.managesDescendants) else { return }
      guard node.childCount <= ChildRangeReader.mostChildren else {
        long.append(place)
        return
      }
      batch.add(.children(of: node.id)) { reply in
        for child in reply.child(0)?.references ?? [] { self.visit(child, below: place) }
      }
    }

    /// Waits for all answers.
    func finish() {
      batch.run()
      while let place = long.popLast() {
        for child in reader.shownChildren(of: visits[place].node) { visit(child, below: place) }
        batch.run()
      }
      isCut = isCut || batch.isExpired
    }

    var nodesInDocumentOrder: [Node] {
      var nodes: [Node] = []
      var seen: Set<NodeID> = []
      func append(_ visit: Visit, parent: Int?) {
        guard seen.insert(visit.node.id).inserted else { return }
        let place = nodes.count
        nodes.append(visit.node)
        nodes[place].parent = parent
        for child in visit.children { append(visits[child], parent: place) }
      }
      for visit in visits where visit.isRoot { append(visit, parent: nil) }
      return nodes
    }
  }

  private struct Visit {
    var node: Node
    let isRoot: Bool
    let level: Int
    /// The places of its children, in order.
    var children: [Int] = []
  }
}

extension Node {
  /// A notebook of GTK 3 that shows its pages without tabs has the page in the tab all the same.
  fileprivate var isUndrawnTab: Bool {
    role == .pageTab && bounds == nil && states.isSuperset(of: [.selected, .showing])
  }
}
