import Outline

/// The fewest calls that tell whether a window has changed since its snapshot.
///
/// A program with a cache lists names, roles and states of everything in one call, save for the cells of
/// tables. Of others, what was visible is asked again; what is new shows in its parent's child count.
struct Fingerprint {
  private static let mostNodes = 400
  private static let mostCells = 64

  private var calls: [Call]

  init(of nodes: [Node], in program: Program, isListed: Bool, visibility: Visibility) {
    let visible = nodes.filter(visibility.isVisible)
    calls = [.children(of: program.root)]
    if isListed {
      calls.append(
        Call(bus: program.root.bus, path: ObjectPath.cache, interface: Interface.cache, method: "GetItems"))
      let tables = visible.filter { $0.states.contains(.managesDescendants) }
      calls += tables.map { .childCount(of: $0.id) }
      calls += visible.filter { $0.cell != nil }.prefix(Self.mostCells).flatMap { Self.calls(for: $0.id) }
    } else {
      calls += visible.prefix(Self.mostNodes).flatMap { Self.calls(for: $0.id) + [.childCount(of: $0.id)] }
    }
    calls += visible.filter { $0.states.contains(.editable) && $0.interfaces.contains(.text) }
      .map { .property("CharacterCount", Interface.text, of: $0.id) }
  }

  private static func calls(for id: NodeID) -> [Call] { [.states(of: id), .name(of: id)] }

  /// A number that is the same as long as nothing changes; it means nothing outside this run of the program.
  /// Nil where the program did not answer in time.
  func value(over connection: Connection, until deadline: ContinuousClock.Instant) -> Int? {
    var hashes = [Int](repeating: 0, count: calls.count)
    let batch = Batch(connection, until: deadline)
    for (index, call) in calls.enumerated() {
      batch.add(call, onFailure: { _ in hashes[index] = 1 }) { reply in
        var hasher = Hasher()
        reply.hash(into: &hasher)
        hashes[index] = hasher.finalize()
      }
    }
    batch.run()
    return batch.isExpired ? nil : hashes.hashValue
  }
}
