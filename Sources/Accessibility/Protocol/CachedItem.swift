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

  init?(_ fields: Children) {
    var fields = fields
    guard let id = NodeID(fields.nextChildren()) else { return nil }
    node = Node(id: id, parent: nil, role: .unknown)
    fields.skip()  // the application
    parent = NodeID(fields.nextChildren())
    fields.skip()  // the place among its siblings
    node.childCount = Int(fields.nextInt32() ?? 0)
    node.interfaces = Interfaces(fields.nextChildren())
    node.name = fields.nextString() ?? ""
    node.role = Role(atspi: fields.nextUInt32() ?? 0)
    node.description = fields.nextString() ?? ""
    node.states = States(fields.nextChildren())
  }

  /// The items of a `GetItems` reply, nil where it is of another form or empty.
  static func list(_ reply: Variant) -> [CachedItem]? {
    guard let items = reply.child(0), items.signature == listSignature, items.child(0) != nil else { return nil }
    return items.children.compactMap { CachedItem($0.children) }
  }
}
