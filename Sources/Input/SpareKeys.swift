import CX11
import X11

/// Changes what keys of the keyboard mean.
///
/// All of them change in one request, because window managers and input methods do much work for
/// each change: openbox takes 40 ms of processor time.
struct SpareKeys {
  let connection: XConnection

  /// Gives each keycode a keysym, or no meaning for nil. False where the server refuses.
  func assign(_ meanings: [UInt8: Keysym?]) -> Bool {
    guard let first = meanings.keys.min(), let last = meanings.keys.max() else { return true }
    let display = connection.display
    let parts = UInt32(XkbKeyTypesMask | XkbKeySymsMask)
    guard let map = XkbGetMap(display, parts, UInt32(XkbUseCoreKbd)) else { return false }
    defer { XkbFreeKeyboard(map, UInt32(XkbAllComponentsMask), True) }
    for (keycode, keysym) in meanings {
      guard set(keycode, to: keysym, in: map) else { return false }
    }
    var changes = XkbMapChangesRec()
    changes.changed = UInt16(XkbKeySymsMask)
    changes.first_key_sym = first
    changes.num_key_syms = last - first + 1
    return connection.attempt { XkbChangeMap(display, map, &changes) } == True
  }

  private func set(_ keycode: UInt8, to keysym: Keysym?, in map: XkbDescPtr) -> Bool {
    // Two levels with the same keysym: of a single one X makes a pair of small and capital letter.
    var types = [Int32(XkbTwoLevelIndex)]
    let groups: Int32 = keysym == nil ? 0 : 1
    guard XkbChangeTypesOfKey(map, Int32(keycode), groups, UInt32(XkbGroup1Mask), &types, nil) == Success else {
      return false
    }
    guard let keysym else { return true }
    guard let client = map.pointee.map, let keysyms = client.pointee.syms else { return false }
    let place = Int(client.pointee.key_sym_map[Int(keycode)].offset)
    keysyms[place] = keysym.rawValue
    keysyms[place + 1] = keysym.rawValue
    return true
  }
}
