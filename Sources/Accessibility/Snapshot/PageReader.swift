import MessageBus
import Outline

/// Reads what the accessibles of a part of a web page are called or say, many at once.
struct PageReader {
  struct Line {
    var id: NodeID
    var words: String
  }

  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// The names of everything below `root`, in one call, and its own.
  func names(below root: NodeID) -> [Line] {
    var lines: [Line] = []
    let batch = Batch(connection, until: deadline)
    batch.add(Self.call(root)) { lines = Self.lines($0) }
    batch.run()
    return lines
  }

  /// The names of some of the children of `id`, and of everything below those.
  func names(below id: NodeID, at children: Range<Int>) -> [Line] {
    var lines: [[Line]] = Array(repeating: [], count: children.count)
    let batch = Batch(connection, until: deadline)
    for (place, index) in children.enumerated() {
      batch.add(.child(of: id, at: index)) { reply in
        guard let child = reply.child(0)?.reference else { return }
        batch.add(Self.call(child)) { lines[place] = Self.lines($0) }
      }
    }
    batch.run()
    return lines.flatMap(\.self)
  }

  /// What these say. Firefox says nothing where more is asked for than there is.
  func texts(of ids: ArraySlice<NodeID>) -> [Line] {
    var lines: [Line] = []
    let batch = Batch(connection, until: deadline)
    for id in ids {
      batch.add(.text(of: id, from: 0, to: -1)) { reply in
        if let text = reply.child(0)?.string { lines.append(Line(id: id, words: text)) }
      }
    }
    batch.run()
    return lines
  }

  private static func call(_ root: NodeID) -> Call { TreeEntry.call(below: root, properties: [.name]) }

  private static func lines(_ reply: Variant) -> [Line] {
    (TreeEntry.list(reply) ?? []).map { Line(id: $0.id, words: $0.name) }
  }
}
