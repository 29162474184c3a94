/// When a failed call is made again. Only answers that say so are: a call that broke off may have been billed.
package struct RetryPolicy: Sendable {
  /// How often, after the first call.
  package var limit = 2
  /// A server that wants a longer wait than this is not waited for.
  package var longestWait = Duration.seconds(60)
  /// Waits; cancelled with the surrounding task. Tests give one that does not wait.
  package var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  /// A number from 0 to 1, so that clients that failed together do not come back together.
  package var chance: @Sendable () -> Double = { Double.random(in: 0...1) }

  package init() {}

  /// The wait before repetition number `attempt`, from 0: half a second doubled each time, at most eight, less up to a
  /// quarter.
  func backoff(_ attempt: Int) -> Duration {
    let full = Duration.milliseconds(500 << min(attempt, 4))
    return full * (1 - chance() / 4)
  }
}
