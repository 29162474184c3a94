/// Tells the time and lets it pass, so that tests need not wait.
package protocol Timekeeper: Sendable {
  var now: ContinuousClock.Instant { get }
  /// Returns early when the surrounding task is cancelled.
  func sleep(for duration: Duration) async
}

/// Time as it passes for everybody.
package struct RealTime: Timekeeper {
  package init() {}

  package var now: ContinuousClock.Instant { .now }

  package func sleep(for duration: Duration) async {
    try? await Task.sleep(for: duration)
  }
}
