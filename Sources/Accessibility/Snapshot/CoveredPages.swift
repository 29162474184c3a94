import Geometry
import MessageBus
import Outline

/// Finds the pages of GTK 4 stacks that another page has taken the place of: they stay where they were, and say that
/// they are visible.
///
/// Two boxes of one parent that lie on one another are pages, or a layer above the other, or a popover, whose place is
/// not told right. Each is asked what lies in its own middle: where it is not drawn, nothing does.
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
    // A box with the focus is in front, even a popover in whose middle is nothing that could be pointed at.
    var drawn = Set(
      pages.map(\.place).filter { place in
        nodes.subtree(at: place).contains { nodes[$0].states.contains(.focused) }
      })
    let batch = Batch(connection, until: deadline)
    for page in pages {
      let middle = page.bounds.center
      let asked = Self.content(of: page, in: nodes)
      batch.add(.accessible(in: nodes[asked].id, atX: middle.x, y: middle.y, .window)) {
        if $0.child(0)?.reference != nil { drawn.insert(page.place) }
      }
    }
    batch.run()
    return Self.hiding(pages, drawn: drawn, of: nodes)
  }

  /// A box that shares most of its place with boxes beside it in the tree.
  struct Page: Equatable {
    var place: Int
    var bounds: Rect
    /// The places of those boxes.
    var others: [Int]
  }

  static func overlapping(in nodes: [Node]) -> [Page] {
    nodes.childPlaces.filter { (2...mostSiblings).contains($0.count) }.flatMap { children -> [Page] in
      let boxes = children.filter { isBox(nodes[$0]) }
      return boxes.compactMap { place in
        guard let bounds = nodes[place].bounds else { return nil }
        let others = boxes.filter { other in
          other != place && nodes[other].bounds.map { covers($0, bounds) || covers(bounds, $0) } == true
        }
        return others.isEmpty ? nil : Page(place: place, bounds: bounds, others: others)
      }
    }
  }

  /// What fills a page alone, or the page: a box that reveals things when they are wanted is drawn without them.
  static func content(of page: Page, in nodes: [Node]) -> Int {
    let children = nodes.indices.filter { nodes[$0].parent == page.place }
    guard children.count == 1, isBox(nodes[children[0]]), nodes[children[0]].bounds == page.bounds else {
      return page.place
    }
    return children[0]
  }

  static func hiding(_ pages: [Page], drawn: Set<Int>, of nodes: [Node]) -> [Node] {
    var nodes = nodes
    for page in pages where !drawn.contains(page.place) && !drawn.isDisjoint(with: page.others) {
      for place in nodes.subtree(at: page.place) { nodes[place].states.subtract([.visible, .showing]) }
    }
    return nodes
  }

  /// Nothing lies in what is disabled, as far as GTK 4 tells.
  private static func isBox(_ node: Node) -> Bool {
    guard node.states.isSuperset(of: [.visible, .sensitive]), let bounds = node.bounds else { return false }
    return bounds.width >= least.width && bounds.height >= least.height
  }

  private static func covers(_ other: Rect, _ bounds: Rect) -> Bool {
    let shared = other.intersection(bounds)
    return shared.width * shared.height * 2 > bounds.width * bounds.height
  }
}
