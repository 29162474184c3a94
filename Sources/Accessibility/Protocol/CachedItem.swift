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
    var fields = item.children
    guard let id = fields.next()?.reference, let _ = fields.next(), let parent = fields.next(), let _ = fields.next(),
      let childCount = fields.next()?.int32, let interfaces = fields.next()?.interfaces,
      let name = fields.next()?.string, let role = fields.next()?.uint32, let description = fields.next()?.string,
      let states = fields.next()?.states
    else { return nil }
    self.parent = parent.reference
    node = Node(
      id: id, parent: nil, role: Role(atspi: role), states: states, interfaces: interfaces, name: name,
      description: description, childCount: Int(childCount))
  }

  /// The items of a `GetItems` reply, nil where it is of another form or empty.
  static func list(_ reply: Variant) -> [CachedItem]? {
    guard let items = reply.child(0), items.signature == listSignature, items.child(0) != nil else { return nil }
    return items.children.compactMap(CachedItem.init)
  }
}
