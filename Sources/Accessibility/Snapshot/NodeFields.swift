import MessageBus
import Outline

/// Reading the fields of nodes in a batch. `store` is given each answer as a change to the node.
extension Batch {
  typealias Store = ((inout Node) -> Void) -> Void

  /// What tells whether a node is visible, and what it is.
  func readBasics(of id: NodeID, _ coordinates: CoordinateType, store: @escaping Store) {
    add(.role(of: id)) { reply in store { $0.role = Role(atspi: reply.child(0)?.uint32 ?? 0) } }
    add(.states(of: id)) { reply in store { $0.states = reply.child(0)?.states ?? [] } }
    add(.name(of: id)) { reply in store { $0.name = reply.property?.string ?? "" } }
    add(.childCount(of: id)) { reply in store { $0.childCount = Int(reply.property?.int32 ?? 0) } }
    add(.extents(of: id, coordinates)) { reply in store { $0.bounds = reply.child(0)?.rect } }
  }

  /// What only a node that is shown needs.
  func readOffers(of id: NodeID, store: @escaping Store) {
    add(.interfaces(of: id)) { reply in store { $0.interfaces = reply.child(0)?.interfaces ?? [] } }
    add(.description(of: id)) { reply in store { $0.description = reply.property?.string ?? "" } }
  }
}
