/// Why windows could not be read, activated or pictured.
package enum ScreenError: Error, Sendable, Equatable {
  case noDisplay(String?, isWayland: Bool)
  case noWindowManager
  case displayLost
  case windowGone
  case notActivated
  /// A modal dialog of this title has to be answered before the window can have the focus.
  case behindDialog(String)
  case captureFailed(String)
}

extension ScreenError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noDisplay(_, isWayland: true):
      "This is a Wayland session without an X display: log in to an X11 (Xorg) session."
    case .noDisplay(let name?, isWayland: false):
      "The X display \(name) cannot be reached: set DISPLAY to that of a running X11 session."
    case .noDisplay(nil, isWayland: false):
      "There is no X display: run this inside an X11 session, or set DISPLAY."
    case .noWindowManager:
      "No window manager that follows EWMH is running: start one, such as openbox."
    case .displayLost:
      "The connection to the X server broke: check that the session is still running, then start again."
    case .windowGone:
      "The window has been closed: choose another one."
    case .notActivated:
      "The window manager did not give the window the focus in time: click the window, then try again."
    case .behindDialog(let title):
      "The dialog \"\(title)\" is in front of the window and has to be answered first: fazm-linux tree shows it."
    case .captureFailed(let reason):
      "The picture of the screen failed: \(reason)."
    }
  }
}
