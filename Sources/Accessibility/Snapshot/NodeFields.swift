import MessageBus
import Outline

/// Reading the fields of nodes in a batch. `store` is given each answer as a change to the node.
extension Batch {
  typealias Store = (_ change: (inout Node) -> Void) -> Void

  /// What tells whether a node is visible, and what it is; calls `onEnd` when all is answered.
  func readBasics(
    of id: NodeID, _ coordinates: CoordinateType, store: @escaping Store, onEnd: @escaping () -> Void = {}
  ) {
    var left = 5
    func end() {
      left -= 1
      if left == 0 { onEnd() }
    }
    func read(_ call: Call, _ change: @escaping (Variant, inout Node) -> Void) {
      add(call, onFailure: { _ in end() }) { reply in
        store { change(reply, &$0) }
        end()
      }
    }
    read(.role(of: id)) { $1.role = Role(atspi: $0.child(0)?.uint32 ?? 0) }
    read(.states(of: id)) { $1.states = $0.child(0)?.states ?? [] }
    read(.name(of: id)) { $1.name = $0.property?.string ?? "" }
    read(.childCount(of: id)) { $1.childCount = Int($0.property?.int32 ?? 0) }
    readExtents(of: id, coordinates, store: store, onEnd: end)
  }

  /// Where a node is; calls `onEnd` when that is answered.
  func readExtents(
    of id: NodeID, _ coordinates: CoordinateType, store: @escaping Store, onEnd: @escaping () -> Void
  ) {
    add(.extents(of: id, coordinates), onFailure: { _ in onEnd() }) { reply in
      store { $0.bounds = reply.child(0)?.rect }
      onEnd()
    }
  }

  /// What only a node that is shown needs.
  func readOffers(of id: NodeID, store: @escaping Store) {
    add(.interfaces(of: id)) { reply in store { $0.interfaces = reply.child(0)?.interfaces ?? [] } }
    add(.description(of: id)) { reply in store { $0.description = reply.property?.string ?? "" } }
  }
}
