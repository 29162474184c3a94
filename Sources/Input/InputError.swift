import Geometry

/// Why the pointer or the keyboard could not be used.
package enum InputError: Error, Sendable, Equatable {
  case noDisplay(String?)
  case noXTest
  case noPointer
  case noPortal
  case portalFailed(String)
  case keysDenied
  case keysNotAnswered
  case keysWithdrawn
  case notOnKeyboard(String)
  case displayLost
  case unknownKey(String)
  case untypable(Unicode.Scalar)
  case noFreeKeycode
  case outsideScreen(Point)
  case pointerMoved
  case personActed
  case notResponding
  case cancelled
}

extension InputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noDisplay(let name?):
      "The X display \(name) cannot be reached: set DISPLAY to that of a running X11 session."
    case .noDisplay(nil):
      "There is no X display: run this inside an X11 session, or set DISPLAY."
    case .noPointer:
      "A Wayland session tells nobody where windows are, so nothing can be pointed at: use what can be clicked, checked or set, or log in to an X11 session."
    case .noPortal:
      "This Wayland session has no RemoteDesktop portal, which pressing keys needs: install that of the desktop (xdg-desktop-portal-gnome or -kde), or log in to an X11 session."
    case .portalFailed(let reason):
      "The RemoteDesktop portal does not let keys be pressed (\(reason)): log in again, or use what can be clicked, checked or set."
    case .keysDenied:
      "Pressing keys was not allowed: start again and allow it when the desktop asks, or use what can be clicked, checked or set."
    case .keysNotAnswered:
      "Nobody answered whether keys may be pressed: start again and allow it when the desktop asks."
    case .keysWithdrawn:
      "The desktop has ended the leave to press keys: check what was typed, and start again to be asked anew."
    case .notOnKeyboard(let key):
      "The keyboard layout has no \"\(key)\", and a Wayland session drops it: leave it out, or add a layout that has it."
    case .noXTest:
      "The X server lacks the XTEST extension, which pressing keys and buttons needs: start it with XTEST enabled."
    case .displayLost:
      "The connection to the X server broke: check that the session is still running, then start again."
    case .unknownKey(let name):
      "There is no key called \"\(name)\": use an X keysym name, such as Return, F5 or plus."
    case .untypable(let scalar):
      "The control character U+\(String(scalar.value, radix: 16, uppercase: true)) cannot be typed: leave it out."
    case .noFreeKeycode:
      "The keyboard layout leaves no keycode free for characters it lacks: switch to a layout that has them."
    case .outsideScreen(let point):
      "The point \(point.x),\(point.y) is not on the screen: scroll or move the window so that it shows."
    case .pointerMoved:
      "Somebody else moved the pointer at the same time: leave the mouse alone and try again."
    case .personActed:
      "Somebody used the mouse or the keyboard, so typing stopped: check what was typed, then go on."
    case .notResponding:
      "The program did not take what was typed: wait until it responds, then check what it holds."
    case .cancelled:
      "Input was stopped before it was finished."
    }
  }
}
