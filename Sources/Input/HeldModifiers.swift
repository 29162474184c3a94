import CX11
import Commands
import X11

/// The modifier keys that are down, by keycode, with the modifier each stands for where it has a name here.
struct HeldModifiers {
  private(set) var keys: [UInt8: Modifier?] = [:]

  var named: Set<Modifier> { Set(keys.values.compactMap(\.self)) }

  init(connection: XConnection) {
    let display = connection.display
    guard !connection.isLost, let mapping = XGetModifierMapping(display) else { return }
    defer { XFreeModifiermap(mapping) }
    var state = [CChar](repeating: 0, count: 32)
    XQueryKeymap(display, &state)
    let width = Int(mapping.pointee.max_keypermod)
    for row in 0..<8 where row != LockMapIndex {
      for column in 0..<width {
        let keycode = mapping.pointee.modifiermap[row * width + column]
        let isDown = UInt8(bitPattern: state[Int(keycode) / 8]) & (1 << (keycode % 8)) != 0
        guard keycode != 0, isDown else { continue }
        let keysym = XkbKeycodeToKeysym(display, keycode, 0, 0)
        guard keysym != KeySym(XK_Num_Lock), keysym != KeySym(XK_Scroll_Lock) else { continue }
        keys[keycode] = .some(Self.modifier(for: keysym))
      }
    }
  }

  private static func modifier(for keysym: KeySym) -> Modifier? {
    switch Int32(truncatingIfNeeded: keysym) {
    case XK_Control_L, XK_Control_R: .ctrl
    case XK_Shift_L, XK_Shift_R: .shift
    case XK_Alt_L, XK_Alt_R, XK_Meta_L, XK_Meta_R: .alt
    case XK_Super_L, XK_Super_R, XK_Hyper_L, XK_Hyper_R: .super
    default: nil
    }
  }
}
