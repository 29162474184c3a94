import Geometry
import MessageBus
import Outline

/// Finds the children of a long container that are in view, without asking about all of them: in a page or a
/// list one lies below the other, so that a few of them tell where the visible ones are.
struct ChildRangeReader {
  /// A container with more children is not read whole.
  static let mostChildren = 500
  private static let samples = 64

  let connection: Connection
  let deadline: ContinuousClock.Instant
  let coordinates: CoordinateType

  /// The children of `node` that may lie within `area`, in order.
  func children(of node: Node, in area: Rect) -> [NodeID] {
    var range = 0..<node.childCount
    while range.count > Self.samples * 2 {
      let narrower = narrowed(range, of: node.id, to: area)
      guard narrower.count < range.count else { break }
      range = narrower
    }
    return references(of: node.id, at: Array(range.prefix(Self.mostChildren))).map(\.id)
  }

  private func narrowed(_ range: Range<Int>, of id: NodeID, to area: Rect) -> Range<Int> {
    let places = Array(stride(from: range.lowerBound, to: range.upperBound, by: range.count / Self.samples))
    var first = range.lowerBound
    var end = range.upperBound
    let batch = Batch(connection, until: deadline)
    for (index, child) in references(of: id, at: places) {
      batch.add(.extents(of: child, coordinates)) { reply in
        guard let span = Self.verticalSpan(reply) else { return }
        if span.upperBound <= area.y { first = max(first, index) }
        if span.lowerBound >= area.maxY { end = min(end, index) }
      }
    }
    batch.run()
    return first..<max(first, end)
  }

  /// Positions far down a long page are real, other than where everything is to be drawn.
  private static func verticalSpan(_ reply: Variant) -> Range<Int>? {
    let numbers = reply.child(0)?.children.compactMap { $0.int32.map(Int.init) } ?? []
    guard numbers.count == 4, numbers[3] > 0 else { return nil }
    return numbers[1]..<numbers[1] + numbers[3]
  }

  private func references(of id: NodeID, at places: [Int]) -> [(index: Int, id: NodeID)] {
    var found: [(index: Int, id: NodeID)] = []
    let batch = Batch(connection, until: deadline)
    for index in places {
      batch.add(.child(of: id, at: index)) { if let child = $0.child(0)?.reference { found.append((index, child)) } }
    }
    batch.run()
    return found.sorted { $0.index < $1.index }
  }
}
