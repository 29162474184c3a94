import CX11
import Foundation
import X11

/// Asks the program that offers the clipboard for every form of it.
struct ClipboardReader {
  let connection: XConnection
  /// Where the answers arrive.
  let window: XID
  let deadline: ContinuousClock.Instant

  /// Nil where a form does not arrive in one piece and in time.
  func content() -> ClipboardContent? {
    guard let offered = form("TARGETS") else { return nil }
    let atoms = offered.data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: MemoryLayout<Atom>.size).map {
        bytes.loadUnaligned(fromByteOffset: $0, as: Atom.self)
      }
    }
    var content = ClipboardContent()
    for target in ClipboardContent.targets where atoms.contains(connection.atom(target)) {
      guard let form = form(target) else { return nil }
      content.forms.append(form)
    }
    guard content.forms.reduce(0, { $0 + $1.data.count }) <= ClipboardContent.mostBytes else { return nil }
    return content.forms.isEmpty ? nil : content
  }

  /// One form of what the clipboard holds; nil where its program does not hand it out in one piece.
  private func form(_ target: String) -> ClipboardContent.Form? {
    let place = connection.atom("FAZM_LINUX_CLIPBOARD")
    XConvertSelection(
      connection.display, connection.atom("CLIPBOARD"), connection.atom(target), place, window, UInt(CurrentTime))
    var event = XEvent()
    let hasAnswered = wait(upTo: deadline - .now) {
      XCheckTypedWindowEvent(connection.display, window, SelectionNotify, &event) != 0
    }
    guard hasAnswered, event.xselection.property == place else { return nil }
    return property(place, target)
  }

  private func property(_ place: Atom, _ target: String) -> ClipboardContent.Form? {
    var (type, format, count, rest): (Atom, Int32, UInt, UInt) = (0, 0, 0, 0)
    var value: UnsafeMutablePointer<UInt8>?
    let longest = ClipboardContent.mostBytes / 4
    let status = connection.attempt {
      XGetWindowProperty(
        connection.display, window, place, 0, longest, True, Atom(AnyPropertyType), &type, &format, &count, &rest,
        &value)
    }
    defer { if let value { XFree(value) } }
    guard status == Success, let value, rest == 0, type != connection.atom("INCR"),
      let name = XGetAtomName(connection.display, type)
    else { return nil }
    defer { XFree(name) }
    // Xlib hands 32-bit items out as C longs.
    let width = format == 32 ? MemoryLayout<Int>.size : Int(format) / 8
    return ClipboardContent.Form(
      target: target, type: String(cString: name), format: format, data: Data(bytes: value, count: Int(count) * width))
  }
}
