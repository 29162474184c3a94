import CX11
import Foundation
import X11

/// Hands one form of the clipboard to a program piece by piece (ICCCM, INCR): one property has not room for it.
struct PieceTransfer {
  /// What one property is given at most; whole items of any format.
  static let pieceBytes = 1 << 18

  private let form: ClipboardContent.Form
  private let place: Atom
  private let requestor: XID
  private var given = 0

  /// Announces the transfer; nil where the asking window is gone. Each piece is wanted once the one before was deleted.
  init?(_ form: ClipboardContent.Form, to place: Atom, of requestor: XID, _ connection: XConnection) {
    (self.form, self.place, self.requestor) = (form, place, requestor)
    let size = withUnsafeBytes(of: form.data.count) { Data($0) }
    guard connection.attempt({ XSelectInput(connection.display, requestor, PropertyChangeMask) }) != nil,
      connection.set(place, of: requestor, type: connection.atom("INCR"), format: 32, to: size)
    else { return nil }
  }

  func isAt(_ place: Atom, of requestor: XID) -> Bool {
    place == self.place && requestor == self.requestor
  }

  /// Puts the next piece there, at the end an empty one; false where that was the last, or the asking window is gone.
  mutating func putNextPiece(_ connection: XConnection) -> Bool {
    let piece = form.data.dropFirst(given).prefix(Self.pieceBytes)
    given += piece.count
    let isPut = connection.set(
      place, of: requestor, type: connection.atom(form.type), format: form.format, to: Data(piece))
    return isPut && !piece.isEmpty
  }
}

extension XConnection {
  /// Replaces what a property holds; false where its window is gone. Xlib wants 32-bit items as C longs.
  func set(_ property: Atom, of window: XID, type: Atom, format: Int32, to data: Data) -> Bool {
    let width = format == 32 ? MemoryLayout<Int>.size : max(Int(format) / 8, 1)
    let bytes = [UInt8](data)
    return attempt {
      XChangeProperty(
        display, window, property, type, format, PropModeReplace, bytes, Int32(bytes.count / width))
    } != nil
  }
}
