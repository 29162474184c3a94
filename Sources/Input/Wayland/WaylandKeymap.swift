import CXkbcommon

/// What can be typed with the keyboard layout of a Wayland compositor: it drops every other keysym without a word.
struct WaylandKeymap: Sendable, Equatable {
  private var keysyms: Set<Keysym> = []
  /// Layouts name many characters in two ways, and a compositor knows a key by the one in its layout only.
  private var byCharacter: [Unicode.Scalar: Keysym] = [:]

  /// Of a keymap as compositors hand it out, in text; nil where it does not parse.
  ///
  /// A compositor looks for a keysym in the layout that is switched to, and tells that only to the program that has the
  /// keys. So of several layouts what all have counts.
  init?(_ text: String) {
    guard let context = xkb_context_new(XKB_CONTEXT_NO_FLAGS) else { return nil }
    defer { xkb_context_unref(context) }
    // What is wrong with a keymap is no news to the person.
    xkb_context_set_log_level(context, XKB_LOG_LEVEL_CRITICAL)
    guard
      let keymap = xkb_keymap_new_from_string(context, text, XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS)
    else { return nil }
    defer { xkb_keymap_unref(keymap) }
    let layouts = (0..<xkb_keymap_num_layouts(keymap)).map { Self.keysyms(of: keymap, layout: $0) }
    guard let first = layouts.first else { return nil }
    keysyms = layouts.dropFirst().reduce(first) { $0.intersection($1) }
    for keysym in keysyms.sorted(by: { $0.rawValue < $1.rawValue }) where !keysym.isKeypad {
      guard let scalar = Unicode.Scalar(xkb_keysym_to_utf32(UInt32(keysym.rawValue))), byCharacter[scalar] == nil
      else { continue }
      byCharacter[scalar] = keysym
    }
  }

  func has(_ keysym: Keysym) -> Bool { keysyms.contains(keysym) }

  /// The keysym that types a character; nil where the layout has none.
  func keysym(for scalar: Unicode.Scalar) -> Keysym? {
    guard let usual = Keysym(scalar) else { return nil }
    return has(usual) ? usual : byCharacter[scalar]
  }

  private static func keysyms(of keymap: OpaquePointer, layout: xkb_layout_index_t) -> Set<Keysym> {
    var found: Set<Keysym> = []
    let last = min(xkb_keymap_max_keycode(keymap), lastKeycodeOfX)
    for keycode in stride(from: xkb_keymap_min_keycode(keymap), through: last, by: 1) {
      let layouts = xkb_keymap_num_layouts_for_key(keymap, keycode)
      guard layouts > 0 else { continue }
      // A key with fewer layouts than the keyboard starts over with its first.
      let own = layout % layouts
      for level in 0..<min(levelsInUse, xkb_keymap_num_levels_for_key(keymap, keycode, own)) {
        var keysyms: UnsafePointer<xkb_keysym_t>?
        guard xkb_keymap_key_get_syms_by_level(keymap, keycode, own, level, &keysyms) == 1, let keysyms else {
          continue
        }
        found.insert(Keysym(rawValue: UInt(keysyms[0])))
      }
    }
    return found
  }

  /// A program of X under Xwayland gets no higher one.
  private static let lastKeycodeOfX: xkb_keycode_t = 255

  /// Plain, Shift and AltGr: compositors hold no more than one of these for a keysym.
  private static let levelsInUse: xkb_level_index_t = 3
}
