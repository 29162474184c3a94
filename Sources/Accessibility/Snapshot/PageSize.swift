import MessageBus
import Outline

/// Tells a window whose whole tree can be listed from one with a web page that is too long for that: a browser
/// takes seconds to list one of 100,000 accessibles, and answers nothing else meanwhile.
struct PageSize {
  /// A window of a browser with more accessibles is walked where it shows.
  private static let most: Int32 = 1_000

  let connection: Connection
  let deadline: ContinuousClock.Instant

  init(_ connection: Connection, _ deadline: ContinuousClock.Instant) {
    self.connection = connection
    self.deadline = deadline
  }

  /// Looks for one accessible more than the most: a search for anything at all ends as soon as it has so many.
  func isSmall(_ roots: [NodeID]) -> Bool {
    var isSmall = true
    let batch = Batch(connection, until: deadline)
    for root in roots {
      let call = Call(
        root, Interface.collection, "GetMatches",
        [.anyAccessible, .uint32(1), .int32(Self.most + 1), .bool(true)])
      batch.add(call) { isSmall = isSmall && ($0.child(0)?.count ?? 0) <= Self.most }
    }
    batch.run()
    return isSmall
  }
}
