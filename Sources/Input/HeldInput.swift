import CX11
import X11

/// What a program holds down and has changed on the keyboard, and has to take back before it ends.
struct HeldInput: Equatable {
  var keys: Set<UInt8> = []
  var buttons: Set<UInt8> = []
  /// Keycodes that were free and have a meaning on loan.
  var loans: Set<UInt8> = []
  /// Caps Lock was on, and is off for the time of typing.
  var hasClearedCapsLock = false

  /// Lets go of all of it, for a program that no longer can.
  func takeBack(on connection: XConnection) {
    let display = connection.display
    for key in keys { XTestFakeKeyEvent(display, UInt32(key), False, UInt(CurrentTime)) }
    for button in buttons { XTestFakeButtonEvent(display, UInt32(button), False, UInt(CurrentTime)) }
    if !loans.isEmpty {
      _ = SpareKeys(connection: connection).assign(Dictionary(uniqueKeysWithValues: loans.map { ($0, nil) }))
    }
    if hasClearedCapsLock {
      XkbLockModifiers(display, UInt32(XkbUseCoreKbd), UInt32(LockMask), UInt32(LockMask))
    }
    XSync(display, False)
  }
}

/// As a message: four lists of numbers with a slash between them.
extension HeldInput: LosslessStringConvertible {
  var description: String {
    let lists: [Set<UInt8>] = [keys, buttons, loans, hasClearedCapsLock ? [1] : []]
    return lists.map { $0.sorted().map { String($0) }.joined(separator: " ") }.joined(separator: "/")
  }

  init?(_ text: String) {
    let lists = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { Set($0.split(separator: " ").compactMap { UInt8($0) }) }
    guard lists.count == 4 else { return nil }
    keys = lists[0]
    buttons = lists[1]
    loans = lists[2]
    hasClearedCapsLock = !lists[3].isEmpty
  }
}
