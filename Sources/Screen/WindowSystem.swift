import Geometry

import struct Outline.Window

/// Which windows there are, how they look, and which of them has the focus.
package protocol WindowSystem: Sendable {
  /// The window that has the focus; nil where none has.
  func activeWindow() async -> Window?
  /// Whether what is typed goes to this window.
  func hasKeys(_ id: UInt32) async -> Bool
  /// Every window that the window manager manages, topmost first, without docks and desktops.
  func windows() async -> [Window]
  /// The window with this identifier as it is now; nil once it is gone.
  func window(_ id: UInt32) async -> Window?
  /// Menus and drop-down lists that show now, topmost first, without tooltips.
  func popups() async -> [Window]
  /// Tooltips that show now, topmost first.
  func tooltips() async -> [Window]
  /// The whole screen, over all monitors.
  var desktopBounds: Rect { get async }
  /// Brings a window to the front, gives it the focus, and waits until it has it. Fails where a modal dialog has it.
  func activate(_ id: UInt32, within limit: Duration) async throws(ScreenError)
  /// The window that lies over another one at a place; nil where that one can be clicked there.
  func coveringWindow(at point: Point, of id: UInt32) async -> Window?
  /// The modal dialog that has to be answered before a window takes any input; nil where there is none.
  func dialog(over id: UInt32) async -> Window?
  /// A picture of what shows in a rectangle of the screen, made smaller where its longer edge exceeds `longEdge` pixels.
  func capture(_ rect: Rect, longEdge: Int) async throws(ScreenError) -> Screenshot
}
