import Geometry
import MessageBus
import Outline

/// Reads a program that the ATK bridge serves: its whole list of accessibles in one call, and the order and
/// extents below each root in another.
struct CacheReader {
  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// The accessibles below `roots`, parents first; nil where the program lacks either call.
  func read(below roots: [NodeID]) -> [Node]? {
    var items: [NodeID: CachedItem]?
    var trees = [[TreeEntry]?](repeating: nil, count: roots.count)
    let batch = Batch(connection, until: deadline)
    for bus in Set(roots.map(\.bus)) {
      batch.add(Call(bus: bus, path: ObjectPath.cache, interface: Interface.cache, method: "GetItems")) { reply in
        guard let list = CachedItem.list(reply) else { return }
        let own = Dictionary(list.lazy.map { ($0.node.id, $0) }) { $1 }
        items = items?.merging(own) { $1 } ?? own
      }
    }
    for (index, root) in roots.enumerated() {
      batch.add(TreeEntry.call(below: root, properties: [.extents])) { trees[index] = TreeEntry.list($0) }
    }
    batch.run()
    let known = trees.compactMap(\.self)
    guard let items, known.count == roots.count else { return nil }
    let entries = known.flatMap(\.self)
    // Chromium makes its list before its tree.
    let missing = entries.map(\.id).filter { !items.keys.contains($0) }
    let all = missing.isEmpty ? items : items.merging(read(missing, below: roots)) { item, _ in item }
    return TreeEntry.assemble(entries, from: all, roots: Set(roots))
  }

  /// What a program lists of itself. GTK 4 lists what anybody has asked for before, as it is now.
  func items(of bus: String) -> [NodeID: CachedItem] {
    var items: [NodeID: CachedItem] = [:]
    let batch = Batch(connection, until: deadline)
    batch.add(Call(bus: bus, path: ObjectPath.cache, interface: Interface.cache, method: "GetItems")) {
      items = Dictionary((CachedItem.list($0) ?? []).lazy.map { ($0.node.id, $0) }) { $1 }
    }
    batch.run()
    return items
  }

  /// Reads what the list lacks: in bulk what the tree can tell, and one by one what it cannot.
  private func read(_ missing: [NodeID], below roots: [NodeID]) -> [NodeID: CachedItem] {
    var items = missing.reduce(into: [:]) { $0[$1] = CachedItem(id: $1) }
    let batch = Batch(connection, until: deadline)
    for root in roots {
      batch.add(TreeEntry.call(below: root, properties: [.name, .description, .childCount, .parent])) { reply in
        for entry in TreeEntry.list(reply) ?? [] {
          guard var item = items[entry.id] else { continue }
          entry.complete(&item)
          items[entry.id] = item
        }
      }
    }
    for id in missing {
      batch.add(.role(of: id)) { items[id]?.node.role = Role(atspi: $0.child(0)?.uint32 ?? 0) }
      batch.add(.states(of: id)) { items[id]?.node.states = $0.child(0)?.states ?? [] }
      batch.add(.interfaces(of: id)) { items[id]?.node.interfaces = $0.child(0)?.interfaces ?? [] }
    }
    batch.run()
    return items
  }
}
