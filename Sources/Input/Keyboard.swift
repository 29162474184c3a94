import CX11
import X11

/// Presses keys through XTEST, and remembers what it holds and what it has lent to free keycodes.
///
/// libxdo 3 is not used for this: it drops unknown keys, types capital letters it has to lend in lower
/// case, and reads past the end of the keyboard mapping.
final class Keyboard {
  private let connection: XConnection
  private var held: [UInt8] = []
  private var lent: Set<UInt8> = []
  private var clearedLock = false

  init(connection: XConnection) {
    self.connection = connection
  }

  func hold(_ keycode: UInt8) {
    held.append(keycode)
    XTestFakeKeyEvent(connection.display, UInt32(keycode), True, UInt(CurrentTime))
  }

  func letGo(_ keycode: UInt8) {
    held.removeAll { $0 == keycode }
    XTestFakeKeyEvent(connection.display, UInt32(keycode), False, UInt(CurrentTime))
  }

  /// Presses and releases a key in one go, so that a pause of this program cannot make the server repeat it.
  func tap(_ stroke: Keystroke, shiftKey: UInt8?) {
    let shift = stroke.shift ? shiftKey : nil
    if let shift, !held.contains(shift) {
      hold(shift)
      tap(stroke.keycode)
      letGo(shift)
    } else {
      tap(stroke.keycode)
    }
  }

  /// Gives free keycodes a meaning until `takeBackLoans`. Programs hear of it before any later key.
  func lend(_ loans: [UInt8: Keysym]) {
    guard !loans.isEmpty else { return }
    for (keycode, keysym) in loans {
      // Of a single keysym X would make a pair of small and capital letter.
      var levels = [keysym.rawValue, keysym.rawValue]
      XChangeKeyboardMapping(connection.display, Int32(keycode), 2, &levels, 1)
    }
    lent.formUnion(loans.keys)
    XSync(connection.display, False)
  }

  func takeBackLoans() {
    guard !lent.isEmpty else { return }
    for keycode in lent {
      var nothing = [KeySym(NoSymbol)]
      XChangeKeyboardMapping(connection.display, Int32(keycode), 1, &nothing, 1)
    }
    lent = []
    XSync(connection.display, False)
  }

  /// Switches Caps Lock off until `restoreCapsLock`, because it would turn letters around.
  func clearCapsLock() {
    var state = XkbStateRec()
    guard XkbGetState(connection.display, UInt32(XkbUseCoreKbd), &state) == Success,
      UInt32(state.locked_mods) & UInt32(LockMask) != 0
    else { return }
    clearedLock = true
    XkbLockModifiers(connection.display, UInt32(XkbUseCoreKbd), UInt32(LockMask), 0)
  }

  func restoreCapsLock() {
    guard clearedLock else { return }
    clearedLock = false
    XkbLockModifiers(connection.display, UInt32(XkbUseCoreKbd), UInt32(LockMask), UInt32(LockMask))
    XSync(connection.display, False)
  }

  func releaseEverything() {
    held.reversed().forEach(letGo)
    takeBackLoans()
    restoreCapsLock()
    XSync(connection.display, False)
  }

  private func tap(_ keycode: UInt8) {
    XTestFakeKeyEvent(connection.display, UInt32(keycode), True, UInt(CurrentTime))
    XTestFakeKeyEvent(connection.display, UInt32(keycode), False, UInt(CurrentTime))
  }
}
