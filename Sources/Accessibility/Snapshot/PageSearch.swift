import MessageBus
import Outline

/// Looks through a web page that is too long to be read whole, as far as the deadline lets it.
struct PageSearch {
  /// More than these are of no use to anybody.
  private static let mostHits = 12
  /// How many calls are made between two looks at the clock.
  private static let width = 1_024
  /// How many children of one accessible Firefox lists at once: about two seconds' worth.
  private static let mostAtOnce = 50_000

  let connection: Connection
  let deadline: ContinuousClock.Instant
  let match: NameMatch
  /// It lists a long page at once, where Chromium takes the longer for each line the more there are before it, and it
  /// keeps the words of a paragraph as its text, where Chromium has an accessible with a name for them.
  let isFirefox: Bool

  /// What is called like that, or says it, below `root`, best first, and whether all was looked through that had to be.
  func hits(below root: NodeID) -> (nodes: [Node], isComplete: Bool) {
    let reader = PageReader(connection: connection, deadline: deadline)
    var hits: [Hit] = []
    var unnamed: [NodeID] = []
    var waiting: [Part] = [.unknown(root)]
    while let next = waiting.popLast(), !isOver(hits) {
      switch next {
      case .unknown(let id): waiting += parts(of: id).reversed()
      case .whole(let id): take(reader.names(below: id), &hits, &unnamed)
      case .children(let id, let range): take(reader.names(below: id, at: range), &hits, &unnamed)
      }
    }
    // What is called so is meant, rather than what only says it.
    if isFirefox, hits.isEmpty {
      for start in stride(from: 0, to: unnamed.count, by: Self.width) where !isOver(hits) {
        var none: [NodeID] = []
        take(reader.texts(of: unnamed[start..<min(unnamed.count, start + Self.width)]), &hits, &none)
      }
    }
    return (completed(best(of: hits)), .now < deadline)
  }

  private enum Part {
    case unknown(NodeID)
    case whole(NodeID)
    /// Some of the many children of one accessible, each of which is a line or a paragraph.
    case children(NodeID, Range<Int>)
  }

  private struct Hit {
    var id: NodeID
    var closeness: Int
  }

  private func isOver(_ hits: [Hit]) -> Bool {
    let exact = hits.lazy.filter { $0.closeness == NameMatch.exact }
    return .now >= deadline || exact.prefix(Self.mostHits).count == Self.mostHits
  }

  private func take(_ lines: [PageReader.Line], _ hits: inout [Hit], _ unnamed: inout [NodeID]) {
    for line in lines {
      let closeness = match.closeness(of: line.words)
      if closeness > 0 { hits.append(Hit(id: line.id, closeness: closeness)) }
      if line.words.isEmpty { unnamed.append(line.id) }
    }
  }

  private func best(of hits: [Hit]) -> [NodeID] {
    let ranked = hits.enumerated().sorted { (-$0.element.closeness, $0.offset) < (-$1.element.closeness, $1.offset) }
    return ranked.prefix(Self.mostHits).map(\.element.id)
  }

  /// What can be read of an accessible at once: all of it where that is little, else its children.
  private func parts(of id: NodeID) -> [Part] {
    if PageSize(connection, deadline).isSmall([id]) { return [.whole(id)] }
    var count = 0
    var children: [NodeID] = []
    let batch = Batch(connection, until: deadline)
    batch.add(.childCount(of: id)) { reply in
      count = Int(reply.property?.int32 ?? 0)
      guard count <= ChildRangeReader.mostChildren else { return }
      batch.add(.children(of: id)) { children = $0.child(0)?.references ?? [] }
    }
    batch.run()
    if count <= ChildRangeReader.mostChildren { return children.map(Part.unknown) }
    if isFirefox, count <= Self.mostAtOnce { return [.whole(id)] }
    return stride(from: 0, to: count, by: Self.width).map { .children(id, $0..<min(count, $0 + Self.width)) }
  }

  /// The accessibles as an outline needs them, without those that only repeat the name of what they are in.
  private func completed(_ ids: [NodeID]) -> [Node] {
    let deadline = ContinuousClock.now + .seconds(1)
    var nodes = ids.map { Node(id: $0, parent: nil, role: .unknown) }
    var parents: [NodeID: NodeID] = [:]
    let batch = Batch(connection, until: deadline)
    for index in nodes.indices {
      let id = nodes[index].id
      batch.readBasics(of: id, .screen) { change in change(&nodes[index]) }
      batch.readOffers(of: id) { change in change(&nodes[index]) }
      batch.add(.parent(of: id)) { parents[id] = $0.property?.reference }
    }
    batch.run()
    let names = nodes.reduce(into: [:]) { $0[$1.id] = $1.name }
    nodes = nodes.filter { node in node.name.isEmpty || parents[node.id].flatMap { names[$0] } != node.name }
    return DetailReader(connection: connection, deadline: deadline).completed(nodes, at: Array(nodes.indices))
  }
}
