import CX11
import CXdo
import X11

extension Keymap {
  /// The keymap of a display as it is now; nil where the display cannot be reached.
  ///
  /// Xlib keeps the keymap that a connection saw first, and libxdo the one it was made with, so each
  /// reading takes a new connection. Layouts change while a task runs.
  static func read(display name: String) -> Keymap? {
    guard let connection = XConnection(display: name),
      let xdo = xdo_new_with_opened_display(connection.display, nil, 0)
    else { return nil }
    defer { xdo_free(xdo) }
    var state = XkbStateRec()
    guard XkbGetState(connection.display, UInt32(XkbUseCoreKbd), &state) == Success else { return nil }
    let keys = UnsafeBufferPointer(start: xdo.pointee.charcodes, count: Int(xdo.pointee.charcodes_len))
    let lowest = UInt8(clamping: xdo.pointee.keycode_low)
    return Keymap(
      meanings: keys.compactMap(KeyMeaning.init),
      keycodes: lowest...max(lowest, UInt8(clamping: xdo.pointee.keycode_high)),
      group: Int(state.group))
  }
}

extension KeyMeaning {
  /// Nil for a place of libxdo's table that means nothing.
  fileprivate init?(_ key: charcodemap_t) {
    guard key.code != 0, key.symbol != KeySym(NoSymbol) else { return nil }
    keycode = key.code
    group = Int(key.group)
    modifiers = UInt32(truncatingIfNeeded: key.modmask)
    keysym = Keysym(rawValue: key.symbol)
    character = key.key > 0 ? Unicode.Scalar(UInt32(key.key)) : nil
  }
}
