import Outline

/// When the answer to a step is there, and when there is none.
///
/// A step is never called without effect before its program had its chance. Programs tell of their changes; as soon
/// as this one rests, the window is read once, and what it shows is taken for the answer where it differs in what the
/// step is about. Where it does not, it is looked at again at every change that the program tells of, and now and
/// then besides, until the reaction time has passed. That begins with the step, and a program that was too busy to be
/// read gets more of it from when it could be.
extension Observer {
  /// How long a step's visible effect is waited for.
  private static let reactionTime = Duration.milliseconds(400)
  /// How much of that a program has at least, once it could be read.
  private static let answeredTime = Duration.milliseconds(200)
  /// How long a program must tell of nothing until it rests.
  private static let restTime = Duration.milliseconds(30)
  /// Some never rest, though little of what they tell can be seen.
  private static let restLimit = Duration.milliseconds(150)
  /// How long a window may go on changing, once it could be read, before it is taken as it is.
  private static let settleLimit = Duration.milliseconds(1500)
  /// The same for one that says itself that it is loading, or whose tree has gone while its program finishes.
  static let busyLimit = Duration.seconds(5)
  /// How often the window is looked at meanwhile.
  static let pollInterval = Duration.milliseconds(30)
  /// How rarely at most, while the program tells of nothing.
  private static let longestInterval = Duration.milliseconds(240)
  /// How often its program's count of changes is looked at, which asks the program nothing.
  private static let countInterval = Duration.milliseconds(10)

  /// Waits until the window shows the answer to a step and is quiet, or had its chance to. By default anything that
  /// differs from the snapshot before the step is an answer.
  package mutating func settle(
    until isAnswer: (_ before: Snapshot, _ after: Snapshot) -> Bool = { !$1.looksLike($0) }
  ) async throws(ViewError) {
    let start = desktop.time.now
    let spentBefore = spent
    defer {
      spent = spentBefore
      spent.settling += desktop.time.now - start
    }
    let before = snapshot
    let toldBefore = (window: window.id, told: changes)
    var firstLook: ContinuousClock.Instant?
    var interval = Self.restTime
    while !Task.isCancelled {
      let previous = snapshot
      let isAtRest = await rest()
      try await observe()
      let now = desktop.time.now
      let readable = firstLook ?? now
      firstLook = readable
      // A window stands on the screen before its tree is on the bus, and after.
      let hasTree = !snapshot.nodes.isEmpty || before.nodes.isEmpty
      let isClosing = !hasTree && window.id == before.window.id
      guard now < readable + (snapshot.isBusy || isClosing ? Self.busyLimit : Self.settleLimit) else { return }
      let isQuiet = isAtRest ? await hasToldNoMore(since: toldBefore) : false
      guard isQuiet || snapshot.looksLike(previous), !snapshot.isBusy, !snapshot.isPressingButton else { continue }
      if !snapshot.nodes.isEmpty, isAnswer(before, snapshot) { return }
      let reactionEnd = max(start + Self.reactionTime, readable + Self.answeredTime)
      guard now < reactionEnd || !hasTree else { return }
      await change(within: hasTree ? min(interval, reactionEnd - now) : interval)
      interval = min(interval * 2, Self.longestInterval)
    }
  }

  /// Whether the program is one that tells of its changes, and has told of none since the snapshot was taken.
  private func hasToldNoMore(since before: (window: UInt32, told: Int)) async -> Bool {
    let told = await desktop.accessibility.changes(in: window)
    return window.id == before.window && told == changes && told != before.told
  }

  /// Waits until the program has told of no change for a while; false where it goes on telling.
  private func rest() async -> Bool {
    let end = desktop.time.now + Self.restLimit
    var last = desktop.time.now
    var count = await desktop.accessibility.changes(in: window)
    while desktop.time.now < last + Self.restTime, !Task.isCancelled {
      guard desktop.time.now < end else { return false }
      await desktop.time.sleep(for: Self.countInterval)
      let told = await desktop.accessibility.changes(in: window)
      if told != count { last = desktop.time.now }
      count = told
    }
    return true
  }

  /// Waits until the program tells of a change, or for `limit`.
  private func change(within limit: Duration) async {
    let end = desktop.time.now + limit
    while desktop.time.now < end, !Task.isCancelled {
      await desktop.time.sleep(for: min(Self.countInterval, end - desktop.time.now))
      if await desktop.accessibility.changes(in: window) != changes { return }
    }
  }

  /// Looks again until `condition` holds; false when it does not within `limit`. The longer it takes, the less often,
  /// but always when the program tells of a change.
  package mutating func wait(
    upTo limit: Duration, until condition: (Observer) async -> Bool
  ) async throws(ViewError) -> Bool {
    let end = desktop.time.now + limit
    var interval = Self.pollInterval
    while true {
      if await condition(self) { return true }
      guard desktop.time.now < end, !Task.isCancelled else { return false }
      await change(within: interval)
      interval = min(interval * 2, Self.longestInterval)
      try await observe()
    }
  }
}

extension Snapshot {
  /// Whether a person would see no difference: a blinking caret is none.
  func looksLike(_ other: Snapshot) -> Bool {
    window == other.window && nodes.count == other.nodes.count
      && zip(nodes, other.nodes).allSatisfy { node, otherNode in
        node == otherNode || node.asSeen == otherNode.asSeen
      }
  }

  /// Whether the window says itself that it is loading.
  var isBusy: Bool {
    nodes.contains { $0.states.contains(.busy) && $0.states.contains(.showing) }
  }
}

extension Snapshot {
  /// Whether a button is shown going down, as GTK 3 does for a quarter of a second before it acts on a key.
  fileprivate var isPressingButton: Bool {
    nodes.contains { $0.role == .pushButton && $0.states.isSuperset(of: [.armed, .showing]) }
  }
}

extension Node {
  fileprivate var asSeen: Node {
    var node = self
    node.caret = nil
    return node
  }
}
