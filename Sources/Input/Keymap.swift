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

/// A key to press while others are held, such as Shift or AltGr.
struct Keystroke: Sendable, Hashable {
  var keycode: UInt8
  var held: [UInt8] = []
}

/// How to reach keysyms and characters with the layout in use.
struct Keymap: Sendable {
  /// Keycodes that mean nothing in any group, the highest first; they can be lent to characters the layout lacks.
  let free: [UInt8]
  private var byKeysym: [Keysym: Keystroke] = [:]
  /// The keys that give a keysym in another layout group than the active one.
  private var elsewhere: [Keysym: Keystroke] = [:]
  private var byCharacter: [Unicode.Scalar: Keystroke] = [:]

  /// A keymap of the keys in `keycodes` while `group` is the active layout group.
  init(meanings: [KeyMeaning], keycodes: ClosedRange<UInt8>, group: Int) {
    let shifts = Self.shifts(meanings)
    let used = Dictionary(grouping: meanings, by: \.keycode)
    free = keycodes.reversed().filter { used[$0] == nil }
    for keycode in used.keys.sorted() {
      let meanings = used[keycode, default: []]
      // A key with fewer groups than the keyboard starts over with its first.
      let groups = (meanings.map(\.group).max() ?? 0) + 1
      for meaning in meanings where meaning.group != group % groups && meaning.modifiers == 0 {
        elsewhere[meaning.keysym] = elsewhere[meaning.keysym] ?? Keystroke(keycode: keycode)
      }
      for meaning in meanings where meaning.group == group % groups {
        // A modifier's own key is said to need that modifier.
        let modifiers = meaning.keysym.isModifier ? 0 : meaning.modifiers
        guard let held = shifts[modifiers] else { continue }
        add(meaning, Keystroke(keycode: keycode, held: held))
      }
    }
  }

  func stroke(for keysym: Keysym) -> Keystroke? {
    byKeysym[keysym]
  }

  /// The key for a keysym in a chord. Programs look for shortcuts in all groups of a key, so that ctrl+c can be pressed
  /// while the layout is a Cyrillic one; Chromium knows none of keys that were given their meaning for the moment.
  func strokeInChord(for keysym: Keysym) -> Keystroke? {
    byKeysym[keysym] ?? elsewhere[keysym]
  }

  func stroke(for character: Unicode.Scalar) -> Keystroke? {
    byCharacter[character]
  }

  func keycode(for modifier: Modifier) -> UInt8? {
    byKeysym[modifier.keysym]?.keycode
  }

  /// Which keys to hold for each set of modifiers that can be typed: none, Shift, AltGr, and both.
  private static func shifts(_ meanings: [KeyMeaning]) -> [UInt32: [UInt8]] {
    var shifts: [UInt32: [UInt8]] = [0: []]
    for keysym in [Keysym.shift, .levelThree] {
      guard let key = meanings.first(where: { $0.keysym == keysym }), key.modifiers != 0 else { continue }
      for (mask, held) in shifts { shifts[mask | key.modifiers] = held + [key.keycode] }
    }
    return shifts
  }

  private mutating func add(_ meaning: KeyMeaning, _ stroke: Keystroke) {
    if isBetter(stroke, than: byKeysym[meaning.keysym]) { byKeysym[meaning.keysym] = stroke }
    guard let character = meaning.character, !meaning.keysym.isKeypad else { return }
    if isBetter(stroke, than: byCharacter[character]) { byCharacter[character] = stroke }
  }

  private func isBetter(_ stroke: Keystroke, than known: Keystroke?) -> Bool {
    known.map { stroke.held.count < $0.held.count } ?? true
  }
}
