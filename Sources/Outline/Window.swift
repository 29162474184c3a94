import Geometry

/// A top-level window as the X server and its window manager describe it.
package struct Window: Sendable, Hashable, Codable {
  /// Its X11 identifier.
  package var id: UInt32
  /// The process that owns it (`_NET_WM_PID`); nil where the program does not say.
  package var pid: Int32?
  package var title: String
  /// The class part of `WM_CLASS`, which names the program.
  package var program: String
  /// The client area on the screen, without the window manager's decorations.
  package var bounds: Rect
  /// The shadow that a client-side decorated window draws around itself (`_GTK_FRAME_EXTENTS`).
  package var shadow: Insets?
  /// The screen, which the window may reach beyond; nil where no window system tells.
  package var screen: Rect?

  package init(
    id: UInt32, pid: Int32?, title: String, program: String, bounds: Rect, shadow: Insets? = nil, screen: Rect? = nil
  ) {
    self.id = id
    self.pid = pid
    self.title = title
    self.program = program
    self.bounds = bounds
    self.shadow = shadow
    self.screen = screen
  }
}

/// Widths of a border, in device pixels.
package struct Insets: Sendable, Hashable, Codable {
  package var left: Int
  package var right: Int
  package var top: Int
  package var bottom: Int

  package init(left: Int, right: Int, top: Int, bottom: Int) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }
}
