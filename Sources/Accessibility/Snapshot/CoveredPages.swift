import Geometry
import MessageBus
import Outline

/// Finds the pages of GTK 4 stacks that another page has taken the place of: they stay where they were, and say that
/// they are visible.
///
/// Two boxes of one parent that lie on one another are pages, or a layer above the other. What can be pointed at in
/// their middle tells which is in front.
struct CoveredPages {
  /// A parent with more children is a list, whose rows lie beside one another.
  private static let mostSiblings = 64
  /// Smaller things lie on one another as a badge on a button does, in pixels.
  private static let least = (width: 48, height: 24)

  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// `nodes` with what is on covered pages no longer visible.
  func hidden(in nodes: [Node]) -> [Node] {
    let pages = Self.overlapping(in: nodes)
    guard !pages.isEmpty else { return nodes }
    var inFront: [Int: NodeID] = [:]
    let batch = Batch(connection, until: deadline)
    for page in pages {
      let middle = page.bounds.center
      batch.add(.accessible(in: nodes[page.parent].id, atX: middle.x, y: middle.y, .window)) {
        inFront[page.place] = $0.child(0)?.reference
      }
    }
    batch.run()
    return Self.hiding(pages, inFront: inFront, of: nodes)
  }

  /// A box that shares most of its place with boxes beside it in the tree.
  struct Page: Equatable {
    var place: Int
    var parent: Int
    var bounds: Rect
    /// The places of those boxes.
    var others: [Int]
  }

  static func overlapping(in nodes: [Node]) -> [Page] {
    let children = nodes.childPlaces
    return nodes.indices.filter { (2...mostSiblings).contains(children[$0].count) }.flatMap { parent -> [Page] in
      let boxes = children[parent].filter { isBox(nodes[$0]) }
      return boxes.compactMap { place in
        // What layers are put on is seen between them.
        guard let bounds = nodes[place].bounds, !(isLayered(nodes[parent]) && place == boxes.first) else { return nil }
        let others = boxes.filter { $0 != place && nodes[$0].bounds.map { covers($0, bounds) } == true }
        return others.isEmpty ? nil : Page(place: place, parent: parent, bounds: bounds, others: others)
      }
    }
  }

  static func hiding(_ pages: [Page], inFront: [Int: NodeID], of nodes: [Node]) -> [Node] {
    let places = Dictionary(nodes.indices.map { (nodes[$0].id, $0) }) { first, _ in first }
    var nodes = nodes
    for page in pages {
      var front = inFront[page.place].flatMap { places[$0] }
      while let inner = front, nodes[inner].parent != page.parent { front = nodes[inner].parent }
      guard let front, page.others.contains(front) else { continue }
      for place in nodes.subtree(at: page.place) { nodes[place].states.subtract([.visible, .showing]) }
    }
    return nodes
  }

  private static func isBox(_ node: Node) -> Bool {
    guard node.states.contains(.visible), let bounds = node.bounds else { return false }
    return bounds.width >= least.width && bounds.height >= least.height
  }

  private static func covers(_ other: Rect, _ bounds: Rect) -> Bool {
    let shared = other.intersection(bounds)
    return shared.width * shared.height * 2 > bounds.width * bounds.height
  }

  private static func isLayered(_ node: Node) -> Bool { node.name.hasSuffix("Overlay") }
}
