import CX11
import Concurrency
import Geometry
import Glibc
import X11

import struct Outline.Window

/// The windows of one X display and what shows on it.
package actor Screen: WindowSystem {
  private let executor = QueueExecutor(label: "fazm-linux.screen")
  let connection: XConnection

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Connects to a display such as `:0`, or to the one that `DISPLAY` names. It must have a window manager.
  package static func connect(display: String? = nil) throws(ScreenError) -> Screen {
    try Screen(display: display)
  }

  private init(display: String?) throws(ScreenError) {
    guard let connection = XConnection(display: display) else {
      let isWayland = environment("XDG_SESSION_TYPE") == "wayland"
      throw .noDisplay(display ?? environment("DISPLAY"), isWayland: isWayland)
    }
    let check = "_NET_SUPPORTING_WM_CHECK"
    // A window manager that has died leaves its mark on the root; only a living one has it on its own window.
    guard let manager = connection.numbers(of: connection.root, check).first,
      connection.numbers(of: manager, check).first == manager
    else { throw .noWindowManager }
    self.connection = connection
  }

  package func activeWindow() -> Window? {
    activeID().flatMap(WindowReader(connection: connection).read)
  }

  package func hasKeys(_ id: UInt32) -> Bool { activeWindow()?.id == id }

  package func windows() -> [Window] {
    managedWindows().reversed().filter { isManaged($0) && !isDockOrDesktop($0) }.compactMap { window(UInt32($0)) }
  }

  package func window(_ id: UInt32) -> Window? {
    WindowReader(connection: connection).read(XID(id))
  }

  package var desktopBounds: Rect {
    let screen = XDefaultScreen(connection.display)
    return Rect(
      x: 0, y: 0, width: Int(XDisplayWidth(connection.display, screen)),
      height: Int(XDisplayHeight(connection.display, screen)))
  }

  package func activate(_ id: UInt32, within limit: Duration = .seconds(2)) throws(ScreenError) {
    let source = 2  // a pager, acting for a person: window managers refuse programs that help themselves
    connection.send(
      "_NET_ACTIVE_WINDOW", about: XID(id), to: connection.root,
      mask: SubstructureNotifyMask | SubstructureRedirectMask, data: [source, Int(CurrentTime), 0])
    // Window managers give the focus to the dialog then.
    let dialog = dialog(over: id)
    var active: XID?
    let isOver = wait(upTo: limit) {
      active = activeID()
      return connection.isLost || active == XID(id) || dialog.map { active == XID($0.id) } ?? false
    }
    if connection.isLost { throw .displayLost }
    guard window(id) != nil else { throw .windowGone }
    if active == XID(id) { return }
    if isOver, let dialog { throw .behindDialog(dialog.title) }
    throw .notActivated
  }

  /// From the lowest to the topmost.
  func managedWindows() -> [XID] {
    connection.numbers(of: connection.root, "_NET_CLIENT_LIST_STACKING")
  }

  /// Window managers go on naming a window that has closed for a moment, and X gives its number to the next one: that is
  /// active only once it shows.
  private func activeID() -> XID? {
    connection.numbers(of: connection.root, "_NET_ACTIVE_WINDOW").first.flatMap { id in
      WindowReader(connection: connection).attributes(of: id)?.map_state == IsViewable ? id : nil
    }
  }

  /// Whether the window manager has taken it up, which it says on the window itself. i3 calls those of other workspaces
  /// withdrawn, but keeps them in frames of its own.
  private func isManaged(_ id: XID) -> Bool {
    let withdrawn: UInt = 0
    return connection.numbers(of: id, "WM_STATE").first ?? withdrawn != withdrawn
      || connection.topLevel(of: id).map { $0 != id } ?? false
  }

  private func isDockOrDesktop(_ id: XID) -> Bool {
    isOfType("_NET_WM_WINDOW_TYPE_DOCK", id) || isOfType("_NET_WM_WINDOW_TYPE_DESKTOP", id)
  }

  func isOfType(_ type: String, _ id: XID) -> Bool {
    connection.numbers(of: id, "_NET_WM_WINDOW_TYPE").contains(connection.atom(type))
  }
}

private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
