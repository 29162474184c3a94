import Geometry
import MessageBus
import Outline

/// One accessible as the ATK bridge's `Collection.GetTree` lists it, which goes depth first and stops below
/// containers that manage their descendants.
struct TreeEntry {
  var id: NodeID
  private var properties: [String: Variant]

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
    return entries.children.compactMap(TreeEntry.init)
  }

  init?(_ entry: Variant) {
    guard let id = entry.child(0)?.reference else { return nil }
    self.id = id
    properties = (entry.child(1)?.children ?? []).reduce(into: [:]) { properties, pair in
      if let name = pair.child(0)?.string { properties[name] = pair.child(1)?.unboxed }
    }
  }

  init(id: NodeID) {
    self.id = id
    properties = [:]
  }

  var bounds: Rect? { self[.extents]?.rect }
  var name: String { self[.name]?.string ?? "" }

  func complete(_ item: inout CachedItem) {
    item.parent = self[.parent]?.reference
    item.node.name = name
    item.node.description = self[.description]?.string ?? ""
    item.node.childCount = Int(self[.childCount]?.int32 ?? 0)
  }

  private subscript(property: Property) -> Variant? { properties[property.rawValue] }

  /// Puts the items into the order of the entries.
  static func assemble(
    _ entries: [TreeEntry], from items: [NodeID: CachedItem], roots: Set<NodeID>
  ) -> [Node] {
    var places: [NodeID: Int] = [:]
    var nodes: [Node] = []
    var found: [Int] = []
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
