import CX11
import Geometry
import X11

import struct Outline.Window

extension Screen {
  package func popups() -> [Window] {
    transients { !isTooltip($0) }
  }

  package func tooltips() -> [Window] {
    transients { isTooltip($0) }
  }

  /// What shows on the screen without the window manager.
  private func transients(where isWanted: (XID) -> Bool) -> [Window] {
    let reader = WindowReader(connection: connection)
    let managed = managedWindows()
    // Window managers wrap programs' windows in frames that bypass the window manager too: these are no popups.
    let frames = Set(managed.compactMap(connection.topLevel))
    return connection.children(of: connection.root).reversed()
      .filter { id in !frames.contains(id) && isPopup(id, reader) && isWanted(id) }
      .compactMap(reader.read)
      .filter { desktopBounds.intersects($0.bounds) }
      .map { popup in
        var popup = popup
        popup.pid = popup.pid ?? ownerPid(of: popup, among: managed, reader)
        return popup
      }
  }

  package func coveringWindow(at point: Point, of id: UInt32) -> Window? {
    guard let own = connection.topLevel(of: XID(id)), let top = topLevel(at: point), top != own, !isTooltip(top)
    else { return nil }
    let client = managedWindows().first { connection.topLevel(of: $0) == top }
    return WindowReader(connection: connection).read(client ?? top)
  }

  package func dialog(over id: UInt32) -> Window? {
    let dialog = managedWindows().last { dialog in
      connection.numbers(of: dialog, "_NET_WM_STATE").contains(connection.atom("_NET_WM_STATE_MODAL"))
        && belongs(dialog, to: XID(id))
    }
    return dialog.flatMap(WindowReader(connection: connection).read)
  }

  /// Whether a dialog is one of a window's, or of one of its dialogs.
  private func belongs(_ dialog: XID, to window: XID) -> Bool {
    var above = [dialog]
    while let owner = connection.numbers(of: above[above.count - 1], "WM_TRANSIENT_FOR").first.map({ XID($0) }) {
      if owner == window { return true }
      if above.contains(owner) { return false }
      above.append(owner)
    }
    return false
  }

  private func isPopup(_ id: XID, _ reader: WindowReader) -> Bool {
    guard let attributes = reader.attributes(of: id) else { return false }
    return attributes.override_redirect != False && attributes.map_state == IsViewable
      && attributes.`class` == InputOutput && attributes.width > 1 && attributes.height > 1
  }

  /// It holds nothing to use, and goes away when the pointer comes.
  private func isTooltip(_ id: XID) -> Bool { isOfType("_NET_WM_WINDOW_TYPE_TOOLTIP", id) }

  /// The process of the window that a popup belongs to, by its `WM_TRANSIENT_FOR` or else by its `WM_CLASS`.
  private func ownerPid(of popup: Window, among managed: [XID], _ reader: WindowReader) -> Int32? {
    if let parent = connection.numbers(of: XID(popup.id), "WM_TRANSIENT_FOR").first, let pid = reader.pid(of: parent) {
      return pid
    }
    guard !popup.program.isEmpty else { return nil }
    return managed.last { reader.program(of: $0) == popup.program }.flatMap(reader.pid)
  }

  /// The topmost child of the root that a click at a point would reach.
  private func topLevel(at point: Point) -> XID? {
    let root = connection.root
    var x: Int32 = 0
    var y: Int32 = 0
    var child: XID = 0
    _ = connection.attempt {
      XTranslateCoordinates(
        connection.display, root, root, Int32(clamping: point.x), Int32(clamping: point.y), &x, &y, &child)
    }
    return child == 0 ? nil : child
  }
}
