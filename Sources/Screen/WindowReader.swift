import CX11
import Geometry
import X11

import struct Outline.Insets
import struct Outline.Window

/// Reads one window's properties and place.
struct WindowReader {
  let connection: XConnection

  /// The window as it is now; nil where it is gone.
  func read(_ id: XID) -> Window? {
    let title = connection.text(of: id, "_NET_WM_NAME") ?? connection.text(of: id, "WM_NAME") ?? ""
    let (pid, program, shadow) = (pid(of: id), program(of: id), shadow(of: id))
    // Last, so that a window that closes meanwhile is gone, and not one without a title.
    guard let attributes = attributes(of: id), let bounds = bounds(of: id, attributes) else { return nil }
    return Window(
      id: UInt32(truncatingIfNeeded: id), pid: pid, title: title, program: program, bounds: bounds, shadow: shadow,
      screen: attributes.screen.map { Rect(x: 0, y: 0, width: Int($0.pointee.width), height: Int($0.pointee.height)) })
  }

  func pid(of id: XID) -> Int32? {
    connection.numbers(of: id, "_NET_WM_PID").first.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The class part of `WM_CLASS`; empty where the window has none.
  func program(of id: XID) -> String {
    var hint = XClassHint()
    let found = connection.attempt { XGetClassHint(connection.display, id, &hint) }
    defer {
      if let name = hint.res_name { XFree(name) }
      if let name = hint.res_class { XFree(name) }
    }
    guard let found, found != 0, let name = hint.res_class else { return "" }
    return String(cString: name)
  }

  private func bounds(of id: XID, _ attributes: XWindowAttributes) -> Rect? {
    var x: Int32 = 0
    var y: Int32 = 0
    var child: XID = 0
    // The window's own x and y are relative to the frame that the window manager put around it.
    let translated = connection.attempt {
      XTranslateCoordinates(connection.display, id, connection.root, 0, 0, &x, &y, &child)
    }
    guard let translated, translated != 0 else { return nil }
    return Rect(x: Int(x), y: Int(y), width: Int(attributes.width), height: Int(attributes.height))
  }

  /// Nil where the window is gone.
  func attributes(of id: XID) -> XWindowAttributes? {
    var attributes = XWindowAttributes()
    let found = connection.attempt { XGetWindowAttributes(connection.display, id, &attributes) }
    guard let found, found != 0 else { return nil }
    return attributes
  }

  private func shadow(of id: XID) -> Insets? {
    let widths = connection.numbers(of: id, "_GTK_FRAME_EXTENTS").map { Int($0) }
    guard widths.count == 4 else { return nil }
    return Insets(left: widths[0], right: widths[1], top: widths[2], bottom: widths[3])
  }
}
