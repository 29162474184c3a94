import Geometry
import MessageBus
import Outline

/// One accessible as the ATK bridge's `Collection.GetTree` lists it, which goes depth first and stops below
/// containers that manage their descendants.
struct TreeEntry {
  let id: NodeID
  private(set) var bounds: Rect?
  private(set) var name = ""
  private var description = ""
  private var childCount = 0
  private var parent: NodeID?

  /// What can be asked for every accessible at once.
  enum Property: String {
    case childCount = "ChildCount"
    case description = "Description"
    case extents = "component.ScreenExtents"
    case name = "Name"
    case parent = "Parent"
  }

  /// The call reads a rule and ignores it; it must be there all the same.
  static func call(below root: NodeID, properties: [Property]) -> Call {
    Call(
      root, Interface.collection, "GetTree",
      [.anyAccessible, .array(properties.map { .string($0.rawValue) }, of: "s")])
  }

  static func list(_ reply: Variant) -> [TreeEntry]? {
    guard let entries = reply.child(0), entries.signature == "a((so)a{sv})" else { return nil }
    return entries.children.compactMap { TreeEntry($0.children) }
  }

  init?(_ fields: Children) {
    var fields = fields
    guard let id = NodeID(fields.nextChildren()) else { return nil }
    self.init(id: id)
    for property in fields.nextChildren() {
      var pair = property.children
      guard let name = pair.nextString() else { continue }
      store(pair.nextChildren(), as: Property(rawValue: name))
    }
  }

  init(id: NodeID) {
    self.id = id
  }

  /// `value` is boxed, the only one in its box.
  private mutating func store(_ value: Children, as property: Property?) {
    var value = value
    switch property {
    case .childCount: childCount = Int(value.nextInt32() ?? 0)
    case .description: description = value.nextString() ?? ""
    case .extents: bounds = Rect(value.nextChildren())
    case .name: name = value.nextString() ?? ""
    case .parent: parent = NodeID(value.nextChildren())
    case nil: break
    }
  }

  func complete(_ item: inout CachedItem) {
    item.parent = parent
    item.node.name = name
    item.node.description = description
    item.node.childCount = childCount
  }

  /// Puts the items into the order of the entries.
  static func assemble(
    _ entries: [TreeEntry], from items: [NodeID: CachedItem], roots: Set<NodeID>
  ) -> [Node] {
    var places: [NodeID: Int] = Dictionary(minimumCapacity: entries.count)
    var nodes: [Node] = []
    var found: [Int] = []
    nodes.reserveCapacity(entries.count)
    for entry in entries where places[entry.id] == nil {
      guard let item = items[entry.id] else { continue }
      var parent: Int?
      if !roots.contains(entry.id) {
        parent = item.parent.flatMap { places[$0] } ?? incompleteParent(in: nodes, found: found)
        guard let parent else { continue }
        found[parent] += 1
      }
      places[entry.id] = nodes.count
      found.append(0)
      var node = item.node
      node.parent = parent
      node.bounds = entry.bounds
      nodes.append(node)
    }
    return nodes
  }

  /// The nodes of one tree, of which nothing is known but what the entries tell.
  static func assemble(_ entries: [TreeEntry], below root: NodeID) -> [Node] {
    let items = entries.map { entry in
      var item = CachedItem(id: entry.id)
      entry.complete(&item)
      return (entry.id, item)
    }
    return assemble(entries, from: Dictionary(items) { first, _ in first }, roots: [root])
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
