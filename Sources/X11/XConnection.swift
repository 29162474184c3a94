import CX11

/// One connection to an X server, closed when the last reference to it goes.
///
/// Xlib ends the whole program on an error unless told otherwise. Here an error only makes the request
/// that caused it fail, and a connection that breaks is marked as lost. It is not safe to share:
/// each connection belongs to one actor.
package final class XConnection {
  package let display: OpaquePointer
  package let root: XID
  private var atoms: [String: Atom] = [:]

  /// Connects to a display such as `:0`, or to the one that `DISPLAY` names; nil where there is none.
  package init?(display name: String? = nil) {
    XFaults.install()
    guard let display = XOpenDisplay(name) else { return nil }
    self.display = display
    root = XDefaultRootWindow(display)
    XFaults.watch(display)
  }

  deinit {
    if !isLost { XCloseDisplay(display) }
    XFaults.forget(display)
  }

  /// True once the server is gone or has closed the connection. Xlib must not be called then: the request
  /// that found out never gives its lock back, so another thread would wait for ever.
  package var isLost: Bool { XFaults.isLost(display) }

  /// Runs requests to their end; nil where the server refused one of them, such as one about a window that is gone.
  package func attempt<Result>(_ requests: () -> Result) -> Result? {
    guard !isLost else { return nil }
    let first = XNextRequest(display)
    let result = requests()
    XSync(display, False)
    return XFaults.failed(display, since: first) || isLost ? nil : result
  }

  /// The server's number for a name.
  package func atom(_ name: String) -> Atom {
    if let known = atoms[name] { return known }
    guard !isLost else { return Atom(None) }
    let atom = XInternAtom(display, name, False)
    atoms[name] = atom
    return atom
  }

  /// The name of a number that the server has given; nil where it has not.
  package func name(of atom: Atom) -> String? {
    guard let name = attempt({ XGetAtomName(display, atom) }) ?? nil else { return nil }
    defer { XFree(name) }
    return String(cString: name)
  }
}
