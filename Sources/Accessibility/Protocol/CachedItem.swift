import MessageBus
import Outline

/// One accessible as an ATK program's `Cache.GetItems` lists it. Its node has no parent and no bounds yet.
struct CachedItem {
  /// The reply's type in ATK 2.46. Qt 5 answers an older, empty one.
  static let listSignature = "a((so)(so)(so)iiassusau)"

  var node: Node
  var parent: NodeID?

  /// An accessible of which nothing is known yet.
  init(id: NodeID) {
    node = Node(id: id, parent: nil, role: .unknown)
  }

  init?(_ item: Variant) {
    let fields = item.children
    guard fields.count == 10, let id = fields[0].reference else { return nil }
    parent = fields[2].reference
    node = Node(
      id: id, parent: nil, role: Role(atspi: fields[7].uint32 ?? 0), states: fields[9].states,
      interfaces: fields[5].interfaces, name: fields[6].string ?? "", description: fields[8].string ?? "",
      childCount: Int(fields[4].int32 ?? -1))
  }

  /// The items of a `GetItems` reply, nil where it is of another form or empty.
  static func list(_ reply: Variant) -> [CachedItem]? {
    guard let items = reply.child(0), items.signature == listSignature, items.child(0) != nil else { return nil }
    return items.children.compactMap(CachedItem.init)
  }
}
