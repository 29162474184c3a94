import CX11
import Foundation
import X11

/// A process that offers what the clipboard held, for as long as nobody copies something else.
package final class ClipboardKeeper {
  /// The option with which a program becomes one; it reads what to offer from its input.
  static let option = "--clipboard-keeper"

  /// The display whose clipboard is meant, where these are the arguments of a keeper; else nil.
  package static func display(in arguments: [String]) -> String? {
    arguments.count == 2 && arguments[0] == option ? arguments[1] : nil
  }

  /// Returns once the clipboard belongs to somebody else, or the display is gone.
  package static func keep(on display: String) {
    let input = FileHandle.standardInput.readDataToEndOfFile()
    guard let content = try? PropertyListDecoder().decode(ClipboardContent.self, from: input),
      let connection = XConnection(display: display)
    else { return }
    ClipboardKeeper(content, connection).serve()
  }

  private let content: ClipboardContent
  private let connection: XConnection
  /// What is being handed out piece by piece.
  private var transfers: [PieceTransfer] = []

  /// A program that asks for nothing more within this time after somebody else has copied does not want the rest.
  private static let patience = Duration.seconds(5)

  private init(_ content: ClipboardContent, _ connection: XConnection) {
    self.content = content
    self.connection = connection
  }

  private func serve() {
    let window = XCreateSimpleWindow(connection.display, connection.root, 0, 0, 1, 1, 0, 0, 0)
    XSetSelectionOwner(connection.display, connection.atom("CLIPBOARD"), window, UInt(CurrentTime))
    var isOwner = true
    while isOwner || !transfers.isEmpty, !connection.isLost {
      guard let event = connection.next(within: isOwner ? .seconds(3600) : Self.patience) else {
        if isOwner { continue }
        return
      }
      switch event.type {
      case SelectionClear: isOwner = false
      case SelectionRequest:
        let request = event.xselectionrequest
        connection.answer(request) { write(request.target, to: $0, of: request.requestor) }
      case PropertyNotify where event.xproperty.state == PropertyDelete: goOn(after: event.xproperty)
      default: continue
      }
    }
  }

  /// False where it does not hold what is asked for, or the asking window is gone.
  private func write(_ target: Atom, to place: Atom, of requestor: XID) -> Bool {
    guard target != connection.atom("TARGETS") else {
      let atoms = (["TARGETS"] + content.forms.map(\.target)).map(connection.atom)
      let data = atoms.withUnsafeBytes { Data($0) }
      return connection.set(place, of: requestor, type: Atom(XA_ATOM), format: 32, to: data)
    }
    guard let form = content.forms.first(where: { connection.atom($0.target) == target }) else { return false }
    guard form.data.count > PieceTransfer.pieceBytes else {
      return connection.set(
        place, of: requestor, type: connection.atom(form.type), format: form.format, to: form.data)
    }
    transfers.removeAll { $0.isAt(place, of: requestor) }
    guard let transfer = PieceTransfer(form, to: place, of: requestor, connection) else { return false }
    transfers.append(transfer)
    return true
  }

  /// The piece before was taken out of its property.
  private func goOn(after change: XPropertyEvent) {
    guard let index = transfers.firstIndex(where: { $0.isAt(change.atom, of: change.window) }) else { return }
    if !transfers[index].putNextPiece(connection) { transfers.remove(at: index) }
  }
}
