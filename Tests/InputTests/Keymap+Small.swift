@testable import Input

extension Keymap {
  private static let shiftMask: UInt32 = 1
  private static let levelThreeMask: UInt32 = 1 << 7

  static let shiftKey: UInt8 = 50
  static let levelThreeKey: UInt8 = 92

  /// A keyboard with `a A @` on one key, Return, Tab and the number block's 1, and a second group with `ж`.
  static func small(group: Int = 0, free: ClosedRange<UInt8> = 100...102) -> Keymap {
    func key(_ code: UInt8, _ name: String, _ character: Unicode.Scalar? = nil, group: Int = 0, _ mask: UInt32 = 0)
      -> KeyMeaning
    {
      KeyMeaning(
        keycode: code, group: group, modifiers: mask, keysym: Keysym(named: name) ?? .return, character: character)
    }
    let keys = [
      key(10, "KP_1", "1"), key(36, "Return", "\r"), key(23, "Tab", "\t"), key(37, "Control_L", nil, 4),
      key(38, "a", "a"), key(38, "A", "A", shiftMask), key(38, "at", "@", levelThreeMask),
      key(38, "Cyrillic_zhe", "ж", group: 1),
      key(39, "A", "A"), key(40, "x", "x", 2),
      key(shiftKey, "Shift_L", nil, shiftMask), key(levelThreeKey, "ISO_Level3_Shift", nil, levelThreeMask),
    ]
    let used = Set(keys.map(\.keycode))
    // Every keycode from 8 to 99 that has no key here means something else.
    let others = (8...99).filter { !used.contains($0) }.map { key($0, "XF86Launch1") }
    return Keymap(meanings: keys + others, keycodes: 8...free.upperBound, group: group)
  }

  /// The same without any keycode to lend.
  static func full() -> Keymap {
    Keymap(
      meanings: [KeyMeaning(keycode: 8, group: 0, modifiers: 0, keysym: .tab, character: nil)], keycodes: 8...8,
      group: 0)
  }
}
