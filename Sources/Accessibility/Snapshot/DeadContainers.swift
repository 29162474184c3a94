import MessageBus
import Outline

/// LibreOffice lets the accessible around Calc's input line die, and goes on using what is in it.
struct DeadContainers {
  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// `nodes` with what lives in dead ones in their place, and under their name.
  func replaced(in nodes: [Node]) -> [Node] {
    let dead = nodes.indices.filter { nodes[$0].states.contains(.defunct) && nodes[$0].bounds != nil }
    guard !dead.isEmpty else { return nodes }
    var living: [Int: Node] = [:]
    let batch = Batch(connection, until: deadline)
    for place in dead {
      batch.add(.child(of: nodes[place].id, at: 0)) { reply in
        living[place] = reply.child(0)?.reference.map { Node(id: $0, parent: nil, role: .unknown) }
      }
    }
    batch.run()
    for (place, node) in living {
      let store: Batch.Store = { change in change(&living[place, default: node]) }
      batch.readBasics(of: node.id, .screen, store: store)
      batch.readOffers(of: node.id, store: store)
    }
    batch.run()
    // It goes on saying that it has the focus when a cell has it.
    let isCellFocused = nodes.contains { $0.role == .tableCell && $0.states.contains(.focused) }
    var result = nodes
    for (place, node) in living where node.interfaces.contains([.text, .editableText]) {
      result[place] = Self.field(node, in: nodes[place])
      if isCellFocused { result[place].states.remove(.focused) }
    }
    return result
  }

  /// It says that it can be edited only once it has the focus, and that it may have many lines, of which it shows one.
  private static func field(_ node: Node, in container: Node) -> Node {
    var field = node
    field.parent = container.parent
    field.bounds = container.bounds
    if field.name.isEmpty { field.name = container.name }
    field.states.insert(.editable)
    field.states.remove(.multiLine)
    return field
  }
}
