import CX11
import X11

/// Presses keys through XTEST, and remembers what it holds and what it has lent to free keycodes.
///
/// libxdo 3 is not used for this: it drops unknown keys, types capital letters it has to lend in lower
/// case, and reads past the end of the keyboard mapping.
final class Keyboard {
  private let connection: XConnection
  private let watch: PersonWatch?
  private let guardian: Guardian?
  private var held: [UInt8] = []
  private var lent: Set<UInt8> = []
  private var clearedLock = false

  init(connection: XConnection, watch: PersonWatch?, guardian: Guardian?) {
    self.connection = connection
    self.watch = watch
    self.guardian = guardian
  }

  func hold(_ keycode: UInt8) {
    held.append(keycode)
    watch?.willSend(.key(keycode))
    guardian?.held.keys.insert(keycode)
    XTestFakeKeyEvent(connection.display, UInt32(keycode), True, UInt(CurrentTime))
  }

  func letGo(_ keycode: UInt8) {
    held.removeAll { $0 == keycode }
    XTestFakeKeyEvent(connection.display, UInt32(keycode), False, UInt(CurrentTime))
  }

  /// Presses and releases a key in one go, so that a pause of this program cannot make the server repeat it.
  func tap(_ stroke: Keystroke) {
    let missing = stroke.held.filter { !held.contains($0) }
    missing.forEach(hold)
    hold(stroke.keycode)
    letGo(stroke.keycode)
    missing.reversed().forEach(letGo)
  }

  /// Gives free keycodes a meaning until `takeBackLoans`. Programs hear of it before any later key.
  func lend(_ loans: [UInt8: Keysym]) throws(InputError) {
    guard !loans.isEmpty else { return }
    lent.formUnion(loans.keys)
    guardian?.held.loans = lent
    guard SpareKeys(connection: connection).assign(loans.mapValues { $0 as Keysym? }) else { throw .displayLost }
  }

  var hasLent: Bool { !lent.isEmpty }

  func takeBackLoans() {
    guard hasLent else { return }
    _ = SpareKeys(connection: connection).assign(Dictionary(uniqueKeysWithValues: lent.map { ($0, nil) }))
    lent = []
  }

  var isCapsLockOn: Bool {
    var state = XkbStateRec()
    return XkbGetState(connection.display, UInt32(XkbUseCoreKbd), &state) == Success
      && UInt32(state.locked_mods) & UInt32(LockMask) != 0
  }

  /// Switches Caps Lock off until `restoreCapsLock`, because it would turn letters around.
  func clearCapsLock() {
    guard isCapsLockOn else { return }
    clearedLock = true
    guardian?.held.hasClearedCapsLock = true
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
}
