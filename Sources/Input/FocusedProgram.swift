import CX11
import Glibc
import X11

/// The program that gets the keys now, asked whether it has dealt with those sent so far.
///
/// A program reads its keymap from the server when it comes to a key, not when the key is pressed, so
/// the keymap must not change before it has. Its answer to `_NET_WM_PING` tells: messages and
/// keys reach it in one line.
final class FocusedProgram {
  private let connection: XConnection
  private let window: XID?
  private var stamp = 0

  init(connection: XConnection) {
    self.connection = connection
    Self.waitForFocus(connection)
    window = Self.pingableWindow(connection)
  }

  /// Whether the program has caught up; false where it does not within the limit. For a program that does not
  /// answer pings it waits for `blind` instead, and then takes it for granted. Meanwhile `handle` gets every event.
  func catchUp(within limit: Duration, blind: Duration, handle: (XEvent) -> Void = { _ in }) -> Bool {
    guard let window else {
      XSync(connection.display, False)
      _ = takeEvents(until: .now + blind) { event in
        handle(event)
        return false
      }
      return true
    }
    // The answer goes to the root window; Qt sends it to those who listen to the root's own structure.
    XSelectInput(connection.display, connection.root, SubstructureNotifyMask | StructureNotifyMask)
    defer { XSelectInput(connection.display, connection.root, NoEventMask) }
    stamp += 1
    let ping = Int(connection.atom("_NET_WM_PING"))
    connection.send(
      "WM_PROTOCOLS", about: window, to: window, mask: NoEventMask, data: [ping, stamp, Int(window)])
    let answer = [ping, stamp, Int(window)]
    return takeEvents(until: .now + limit) { event in
      handle(event)
      let data = event.xclient.data.l
      return event.type == ClientMessage && [data.0, data.1, data.2] == answer
    }
  }

  /// Takes events until one is the last; false where none was.
  func takeEvents(until deadline: ContinuousClock.Instant, isLast: (XEvent) -> Bool) -> Bool {
    while !connection.isLost {
      while XPending(connection.display) > 0 {
        var event = XEvent()
        XNextEvent(connection.display, &event)
        if isLast(event) { return true }
      }
      guard ContinuousClock.now < deadline, !Task.isCancelled else { return false }
      var input = pollfd(fd: XConnectionNumber(connection.display), events: Int16(POLLIN), revents: 0)
      poll(&input, 1, Int32(min(20, max(1, (deadline - .now) / .milliseconds(1)))))
    }
    return false
  }

  /// The window with the focus, or the one around it, that answers pings; nil where none does.
  private static func pingableWindow(_ connection: XConnection) -> XID? {
    let ping = connection.atom("_NET_WM_PING")
    var candidate: XID? = focus(connection)
    while let window = candidate, window != 0 {
      if connection.numbers(of: window, "WM_PROTOCOLS").contains(ping) { return window }
      candidate = connection.parent(of: window)
    }
    return nil
  }

  /// A window manager says that a window is active a moment before the window gets the keys.
  private static func waitForFocus(_ connection: XConnection) {
    _ = wait(upTo: Pace.focusPatience) {
      guard let active = connection.numbers(of: connection.root, "_NET_ACTIVE_WINDOW").first, active != 0 else {
        return true
      }
      return connection.topLevel(of: focus(connection)) == connection.topLevel(of: active)
    }
  }

  private static func focus(_ connection: XConnection) -> XID {
    var focus: XID = 0
    var revert: Int32 = 0
    XGetInputFocus(connection.display, &focus, &revert)
    return focus
  }
}
