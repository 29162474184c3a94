import CX11
import Foundation
import X11

/// A process that offers what the clipboard held, for as long as nobody copies something else.
package enum ClipboardKeeper {
  /// The option with which a program becomes one; it reads what to offer from its input.
  static let option = "--clipboard-keeper"

  /// The display whose clipboard is meant, where these are the arguments of a keeper; else nil.
  package static func display(in arguments: [String]) -> String? {
    arguments.count == 2 && arguments[0] == option ? arguments[1] : nil
  }

  /// Returns once the clipboard belongs to somebody else, or the display is gone.
  package static func keep(on display: String) {
    let input = FileHandle.standardInput.readDataToEndOfFile()
    guard let content = try? JSONDecoder().decode(ClipboardContent.self, from: input),
      let connection = XConnection(display: display)
    else { return }
    let window = XCreateSimpleWindow(connection.display, connection.root, 0, 0, 1, 1, 0, 0, 0)
    XSetSelectionOwner(connection.display, connection.atom("CLIPBOARD"), window, UInt(CurrentTime))
    while !connection.isLost {
      var event = XEvent()
      XNextEvent(connection.display, &event)
      switch event.type {
      case SelectionClear: return
      case SelectionRequest:
        let request = event.xselectionrequest
        connection.answer(request) { write(request.target, to: $0, of: request.requestor, content, connection) }
      default: continue
      }
    }
  }

  /// False where it does not hold what is asked for, or the asking window is gone.
  private static func write(
    _ target: Atom, to place: Atom, of requestor: XID, _ content: ClipboardContent, _ connection: XConnection
  ) -> Bool {
    let display = connection.display
    guard target != connection.atom("TARGETS") else {
      let atoms = (["TARGETS"] + content.forms.map(\.target)).map(connection.atom)
      let data = atoms.withUnsafeBytes { Data($0) }
      return connection.attempt { change(display, requestor, place, Atom(XA_ATOM), 32, data) } != nil
    }
    guard let form = content.forms.first(where: { connection.atom($0.target) == target }) else { return false }
    let type = connection.atom(form.type)
    return connection.attempt { change(display, requestor, place, type, form.format, form.data) } != nil
  }

  private static func change(
    _ display: OpaquePointer, _ window: XID, _ place: Atom, _ type: Atom, _ format: Int32, _ data: Data
  ) {
    let width = format == 32 ? MemoryLayout<Int>.size : Int(format) / 8
    let bytes = [UInt8](data)
    XChangeProperty(display, window, place, type, format, PropModeReplace, bytes, Int32(bytes.count / max(width, 1)))
  }
}
