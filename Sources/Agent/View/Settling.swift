import Outline

extension Observer {
  /// How long a step's first visible change is waited for.
  private static let reactionTime = Duration.milliseconds(400)
  /// How long a window may go on changing before it is taken as it is.
  private static let settleLimit = Duration.milliseconds(1500)
  /// How often the window is looked at meanwhile.
  static let pollInterval = Duration.milliseconds(30)

  /// Waits until the window has answered a step and is quiet: until something differs from the snapshot
  /// before it (or the reaction time has passed), and then until two snapshots in a row are equal.
  package mutating func settle() async throws(ViewError) {
    let before = snapshot
    let start = desktop.time.now
    var previous = before
    while desktop.time.now < start + Self.settleLimit, !Task.isCancelled {
      await desktop.time.sleep(for: Self.pollInterval)
      try await observe()
      let isQuiet = snapshot.looksLike(previous)
      // A window stands on the screen before its tree is on the bus.
      let hasReacted = !snapshot.looksLike(before) && !snapshot.nodes.isEmpty
      if isQuiet, hasReacted || desktop.time.now >= start + Self.reactionTime, !snapshot.isBusy { return }
      previous = snapshot
    }
  }

  /// Looks again until `condition` holds; false when it does not within `limit`.
  package mutating func wait(
    upTo limit: Duration, until condition: (Observer) async -> Bool
  ) async throws(ViewError) -> Bool {
    let end = desktop.time.now + limit
    while true {
      if await condition(self) { return true }
      guard desktop.time.now < end, !Task.isCancelled else { return false }
      await desktop.time.sleep(for: Self.pollInterval)
      try await observe()
    }
  }
}

extension Snapshot {
  /// Whether a person would see no difference; a blinking caret is none.
  func looksLike(_ other: Snapshot) -> Bool {
    window == other.window && nodes.count == other.nodes.count
      && zip(nodes, other.nodes).allSatisfy { node, otherNode in
        node == otherNode || node.withoutCaret == otherNode.withoutCaret
      }
  }

  /// Whether the window says itself that it is loading.
  var isBusy: Bool {
    nodes.contains { $0.states.contains(.busy) && $0.states.contains(.showing) }
  }
}

extension Node {
  fileprivate var withoutCaret: Node {
    var node = self
    node.caret = nil
    return node
  }
}
