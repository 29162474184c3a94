import Geometry
import Outline

/// Reads a program that the ATK bridge serves: its whole list of accessibles in one call, and the order and
/// extents below each root in another.
struct CacheReader {
  /// The rule is read and ignored by the bridge; it must be there all the same.
  private static let treeArguments = Variant.parsing(
    """
    ((@ai [], 0, @a{ss} {}, 0, @ai [], 0, @as [], 0, false), ['component.ScreenExtents'])
    """)

  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// The accessibles below `roots`, parents first; nil where the program lacks either call.
  func nodes(below roots: [NodeID]) -> [Node]? {
    var items: [NodeID: CachedItem]?
    var trees = [[(id: NodeID, bounds: Rect?)]?](repeating: nil, count: roots.count)
    let batch = Batch(connection, until: deadline)
    for bus in Set(roots.map(\.bus)) {
      batch.add(Call(bus: bus, path: ObjectPath.cache, interface: Interface.cache, method: "GetItems")) { reply in
        guard let list = CachedItem.list(reply) else { return }
        items = list.reduce(into: items ?? [:]) { $0[$1.node.id] = $1 }
      }
    }
    for (index, root) in roots.enumerated() {
      var call = Call(root, Interface.collection, "GetTree")
      call.arguments = Self.treeArguments
      batch.add(call) { trees[index] = Self.tree($0) }
    }
    batch.run()
    guard let items else { return nil }
    let known = trees.compactMap(\.self)
    guard known.count == roots.count else { return nil }
    return Self.assemble(known.flatMap(\.self), from: readMissing(known.flatMap(\.self), in: items), roots: Set(roots))
  }

  private static func tree(_ reply: Variant) -> [(id: NodeID, bounds: Rect?)] {
    (reply.child(0)?.children ?? []).compactMap { entry in
      guard let id = entry.child(0)?.reference else { return nil }
      return (id, entry.child(1)?.child(0)?.child(1)?.unboxed.rect)
    }
  }

  /// The cache learns of new accessibles a little late: the few that it lacks are asked one by one.
  private func readMissing(
    _ tree: [(id: NodeID, bounds: Rect?)], in items: [NodeID: CachedItem]
  ) -> [NodeID: CachedItem] {
    var items = items
    let batch = Batch(connection, until: deadline)
    for (id, _) in tree where items[id] == nil {
      items[id] = CachedItem(id: id)
      let store: Batch.Store = { change in
        if var item = items[id] {
          change(&item.node)
          items[id] = item
        }
      }
      batch.readBasics(of: id, .screen, store: store)
      batch.readOffers(of: id, store: store)
      batch.add(.parent(of: id)) { items[id]?.parent = $0.property?.reference }
    }
    batch.run()
    return items
  }

  /// Puts the items into the trees' order, which is depth first.
  static func assemble(
    _ tree: [(id: NodeID, bounds: Rect?)], from items: [NodeID: CachedItem], roots: Set<NodeID>
  ) -> [Node] {
    var places: [NodeID: Int] = [:]
    var nodes: [Node] = []
    var found: [Int] = []
    for (id, bounds) in tree where places[id] == nil {
      guard let item = items[id] else { continue }
      var parent: Int?
      if !roots.contains(id) {
        parent = item.parent.flatMap { places[$0] } ?? incompleteParent(in: nodes, found: found)
        guard let parent else { continue }
        found[parent] += 1
      }
      places[id] = nodes.count
      found.append(0)
      var node = item.node
      node.parent = parent
      node.bounds = bounds
      nodes.append(node)
    }
    return nodes
  }

  /// The nearest node on the way up from the last one that says it has more children than were found: some
  /// accessibles of LibreOffice name a parent that is not in the tree.
  private static func incompleteParent(in nodes: [Node], found: [Int]) -> Int? {
    var place = nodes.indices.last
    while let candidate = place, found[candidate] >= nodes[candidate].childCount {
      place = nodes[candidate].parent
    }
    return place
  }
}
