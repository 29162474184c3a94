import CX11
import Glibc

extension XConnection {
  /// Takes the next event of a kind that is about a window; nil where none comes in time or the task is cancelled.
  package func next(_ kind: Int32, about window: XID, within limit: Duration) -> XEvent? {
    let deadline = ContinuousClock.now + limit
    var event = XEvent()
    while !isLost {
      if XCheckTypedWindowEvent(display, window, kind, &event) != 0 { return event }
      guard ContinuousClock.now < deadline, !Task.isCancelled else { return nil }
      awaitInput(upTo: deadline - .now)
    }
    return nil
  }

  /// Takes the next event, whatever it is; nil where none comes in time.
  package func next(within limit: Duration) -> XEvent? {
    let deadline = ContinuousClock.now + limit
    while !isLost, XPending(display) == 0 {
      guard ContinuousClock.now < deadline else { return nil }
      awaitInput(upTo: deadline - .now)
    }
    guard !isLost else { return nil }
    var event = XEvent()
    XNextEvent(display, &event)
    return event
  }

  /// Sleeps until the server has sent something, for a moment at most: a cancelled task must not wait for long.
  private func awaitInput(upTo limit: Duration) {
    var line = pollfd(fd: XConnectionNumber(display), events: Int16(POLLIN), revents: 0)
    poll(&line, 1, Int32(max(1, min(limit, .milliseconds(100)) / .milliseconds(1))))
  }
}
