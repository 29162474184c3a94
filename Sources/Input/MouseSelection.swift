import CX11
import X11

/// Offers a text as what is selected with the mouse (PRIMARY), for as long as it takes a program to paste it. The
/// clipboard is left alone, so that nothing a person has copied is lost.
final class MouseSelection {
  private let connection: XConnection
  private let window: XID
  private let text: [UInt8]
  /// Whether a program has asked for the text and got it.
  private(set) var isTaken = false

  init(_ text: String, connection: XConnection) {
    self.connection = connection
    self.text = Array(text.utf8)
    window = XCreateSimpleWindow(connection.display, connection.root, 0, 0, 1, 1, 0, 0, 0)
    XSetSelectionOwner(connection.display, connection.atom("PRIMARY"), window, Time(CurrentTime))
  }

  deinit {
    // The server takes the selection from a window that is gone.
    if !connection.isLost { XDestroyWindow(connection.display, window) }
  }

  /// Answers what programs ask about the selection; other events are none of its business.
  func answer(_ event: XEvent) {
    guard event.type == SelectionRequest, event.xselectionrequest.owner == window else { return }
    let request = event.xselectionrequest
    connection.answer(request) { give(request.target, to: request.requestor, in: $0) }
  }

  private func give(_ target: Atom, to requestor: XID, in property: Atom) -> Bool {
    let texts = ["UTF8_STRING", "text/plain;charset=utf-8"].map(connection.atom)
    let targets = connection.atom("TARGETS")
    if target == targets {
      let offered = [targets] + texts
      return set(property, of: requestor, to: offered, type: connection.atom("ATOM"), bits: 32)
    }
    guard texts.contains(target), set(property, of: requestor, to: text, type: target, bits: 8) else { return false }
    isTaken = true
    return true
  }

  private func set<Unit>(_ property: Atom, of window: XID, to units: [Unit], type: Atom, bits: Int32) -> Bool {
    units.withUnsafeBytes { bytes in
      connection.attempt {
        XChangeProperty(
          connection.display, window, property, type, bits, PropModeReplace,
          bytes.bindMemory(to: UInt8.self).baseAddress, Int32(units.count))
      } != nil
    }
  }
}
