import Glibc

/// Looks at a condition every few milliseconds until it holds; false once the time is up or the task is cancelled.
package func wait(upTo limit: Duration, until condition: () -> Bool) -> Bool {
  let deadline = ContinuousClock.now + limit
  while !condition() {
    guard ContinuousClock.now < deadline, !Task.isCancelled else { return false }
    usleep(5_000)
  }
  return true
}
