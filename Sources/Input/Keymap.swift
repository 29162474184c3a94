import Commands

/// One meaning of one key: what it gives in one layout group while certain modifiers are held.
struct KeyMeaning: Sendable, Equatable {
  var keycode: UInt8
  var group: Int
  /// The modifiers to hold, as X's bit mask.
  var modifiers: UInt32
  var keysym: Keysym
  /// The character the keysym stands for, because layouts name many characters in two ways.
  var character: Unicode.Scalar?
}

/// A key to press, with Shift or without.
struct Keystroke: Sendable, Hashable {
  var keycode: UInt8
  var shift: Bool
}

/// How to reach keysyms and characters with the layout in use.
struct Keymap: Sendable {
  /// Keycodes that mean nothing in any group, the highest first; they can be lent to characters the layout lacks.
  let free: [UInt8]
  private var byKeysym: [Keysym: Keystroke] = [:]
  private var byCharacter: [Unicode.Scalar: Keystroke] = [:]

  /// A keymap of the keys in `keycodes` while `group` is the active layout group.
  init(meanings: [KeyMeaning], keycodes: ClosedRange<UInt8>, group: Int) {
    let shiftMask: UInt32 = 1
    let used = Dictionary(grouping: meanings, by: \.keycode)
    free = keycodes.reversed().filter { used[$0] == nil }
    for keycode in used.keys.sorted() {
      let meanings = used[keycode, default: []]
      // A key with fewer groups than the keyboard starts over with its first.
      let groups = (meanings.map(\.group).max() ?? 0) + 1
      for meaning in meanings where meaning.group == group % groups {
        let modifiers = meaning.keysym.isModifier ? 0 : meaning.modifiers
        guard modifiers & ~shiftMask == 0 else { continue }
        add(meaning, Keystroke(keycode: keycode, shift: modifiers == shiftMask))
      }
    }
  }

  func stroke(for keysym: Keysym) -> Keystroke? {
    byKeysym[keysym]
  }

  func stroke(for character: Unicode.Scalar) -> Keystroke? {
    byCharacter[character]
  }

  func keycode(for modifier: Modifier) -> UInt8? {
    let name =
      switch modifier {
      case .ctrl: "Control_L"
      case .shift: "Shift_L"
      case .alt: "Alt_L"
      case .super: "Super_L"
      }
    return Keysym(named: name).flatMap { byKeysym[$0] }?.keycode
  }

  private mutating func add(_ meaning: KeyMeaning, _ stroke: Keystroke) {
    if isBetter(stroke, than: byKeysym[meaning.keysym]) { byKeysym[meaning.keysym] = stroke }
    guard let character = meaning.character, !meaning.keysym.isKeypad else { return }
    if isBetter(stroke, than: byCharacter[character]) { byCharacter[character] = stroke }
  }

  private func isBetter(_ stroke: Keystroke, than known: Keystroke?) -> Bool {
    guard let known else { return true }
    return known.shift && !stroke.shift
  }
}
