import Concurrency
import MessageBus
import Outline

/// Reads other programs through the accessibility bus, and acts on them.
package actor Accessibility {
  private nonisolated let executor = QueueExecutor(label: "accessibility")
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  let connection: Connection
  /// What was last read of each window, by its X11 identifier.
  private var readings: [UInt32: SnapshotReader.Result] = [:]

  private var events: EventCounter?

  /// Connects to the accessibility bus of this session and asks programs to register with it.
  package static func connect() async throws(AccessibilityError) -> Accessibility {
    try await Accessibility()
  }

  private init() async throws(AccessibilityError) {
    connection = try AccessibilityBus.connect()
  }

  /// Every program on the accessibility bus. One that hangs is listed as not responding.
  package func applications() throws(AccessibilityError) -> [Application] {
    try ApplicationList(connection: connection, deadline: .now + .milliseconds(500)).applications()
  }

  /// What `window` shows now, with the popups that are open above it (override-redirect windows).
  ///
  /// After `limit` it is returned as far as it was read, marked as truncated.
  package func snapshot(
    of window: Window, popups: [Window] = [], limit: Duration = .seconds(1)
  ) throws(AccessibilityError) -> Snapshot {
    let reader = SnapshotReader(
      connection: connection, window: window, popups: popups, limit: limit, isKnown: readings[window.id] != nil)
    let reading = try reader.read()
    readings[window.id] = reading
    return reading.snapshot
  }

  /// What was last read of `window`, with what else is called like `match` in pages that are too long to be read whole.
  ///
  /// Nil where all was read before. What no longer fits into `limit` is not looked through, and the snapshot is marked
  /// as truncated then.
  package func snapshot(
    of window: Window, finding match: NameMatch, limit: Duration = .seconds(8)
  ) -> Snapshot? {
    guard let reading = readings[window.id], !reading.isWhole else { return nil }
    var snapshot = reading.snapshot
    var found: [Int: [Node]] = [:]
    var known = Set(snapshot.nodes.map(\.id))
    let search = PageSearch(
      connection: connection, deadline: .now + limit, match: match, isFirefox: reading.toolkit.isFirefox)
    for (place, node) in snapshot.nodes.enumerated() where node.role == .documentWeb && node.states.contains(.showing) {
      let (nodes, isComplete) = search.hits(below: node.id)
      let new = nodes.filter { known.insert($0.id).inserted }
      if reading.unscaled.contains(node.id) { readings[window.id]?.unscaled.formUnion(new.map(\.id)) }
      found[place] = reading.unscaled.contains(node.id) ? new : new.scaled(by: reading.scale)
      snapshot.isTruncated = snapshot.isTruncated || !isComplete
    }
    snapshot.nodes = snapshot.nodes.inserting(found)
    return snapshot
  }

  /// How often the program of `window` has told of a change so far. From the first question on programs are asked to
  /// tell; not all do, nor of everything. Asks the program nothing.
  package func changes(in window: Window) -> Int {
    let events = events ?? EventCounter(connection)
    self.events = events
    return events.count(of: Set((readings[window.id]?.snapshot.nodes ?? []).filter { $0.parent == nil }.map(\.id.bus)))
  }

  /// The accessible as it is now, with its text and value; nil where it is gone.
  package func node(_ id: NodeID) throws(AccessibilityError) -> Node? {
    let readings = readings.values.filter { $0.snapshot.nodes.first?.id.bus == id.bus }
    let reading = readings.first { $0.shifts[id] != nil } ?? readings.first
    let live: NodeID
    do {
      live = try performer.live(id)
    } catch {
      if case .gone = error { return nil }
      throw error
    }
    guard let found = try performer.node(live, coordinates: reading?.toolkit.coordinates ?? .screen) else { return nil }
    var node = DetailReader(connection: connection, deadline: .now + Performer.timeout).completed(found)
    node.id = id
    node.bounds = node.bounds.map { reading?.place(of: id, at: $0) ?? $0 }
    return node
  }
}
