import Synchronization

/// Does something once when a time is over, unless it is stopped before.
final class Deadline: Sendable {
  private struct State {
    var end: ContinuousClock.Instant
    var isOver = false
  }

  private let state: Mutex<State>
  private let watch = Mutex<Task<Void, Never>?>(nil)

  /// Runs something that still has something to say when it is told to break off: what it has cost. It is told so when
  /// the time is over, and when the surrounding task is cancelled; `isLate` tells of the former.
  static func run<Value: Sendable>(
    _ limit: Duration, breakOff: @escaping @Sendable () -> Void,
    body: @escaping @Sendable (Deadline) async -> Value
  ) async -> (Value, isLate: Bool) {
    let deadline = Deadline(limit, breakOff)
    // A task of its own, which is not cancelled along with the one that waits for it.
    let work = Task { await body(deadline) }
    let value = await withTaskCancellationHandler {
      await work.value
    } onCancel: {
      breakOff()
    }
    return (value, deadline.stop())
  }

  private init(_ limit: Duration, _ action: @escaping @Sendable () -> Void) {
    state = Mutex(State(end: .now + limit))
    watch.withLock {
      $0 = Task { [weak self] in
        while let end = self?.end, ContinuousClock.now < end {
          do { try await Task.sleep(until: end) } catch { return }
        }
        guard let self, !Task.isCancelled else { return }
        state.withLock { $0.isOver = true }
        action()
      }
    }
  }

  /// Gives more time.
  func extend(by more: Duration) {
    state.withLock { $0.end += more }
  }

  /// Ends the watch, and tells whether the time was over.
  private func stop() -> Bool {
    watch.withLock { $0?.cancel() }
    return state.withLock { $0.isOver }
  }

  private var end: ContinuousClock.Instant { state.withLock { $0.end } }
}
