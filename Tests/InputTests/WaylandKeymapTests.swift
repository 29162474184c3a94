import Testing

@testable import Input

@Suite struct WaylandKeymapTests {
  @Test(arguments: [
    ("us", "aZ0 ~\n\t", "äß€яλ🙂"), ("de", "aZäÖß€@\\", "éяλ🙂"), ("fr", "éàç€", "äяλ"), ("ru", "яЖ", "abcλ"),
    ("us,de", "aZ0@", "äß€"), ("us,ru", "0 ", "aя"),
  ])
  func bringsWhatAllItsLayoutsHave(layouts: String, typable: String, others: String) throws {
    let keymap = try WaylandKeymap.of(layouts)
    for scalar in typable.unicodeScalars { #expect(keymap.keysym(for: scalar) != nil, "\(scalar)") }
    for scalar in others.unicodeScalars { #expect(keymap.keysym(for: scalar) == nil, "\(scalar)") }
  }

  /// Compositors compare numbers, and 0x100044f is not on a Russian keyboard, though it means the same.
  @Test func aCharacterHasTheKeysymOfItsLayout() throws {
    #expect(try WaylandKeymap.of("ru").keysym(for: "я")?.rawValue == 0x6D1)
    #expect(try WaylandKeymap.of("de").keysym(for: "€")?.rawValue == 0x20AC)
  }

  @Test func keysWithoutCharactersAreThere() throws {
    let keymap = try WaylandKeymap.of("us,ru")
    for name in ["Return", "Escape", "F12", "Page_Down", "Control_L", "Shift_L", "Alt_L", "Super_L"] {
      #expect(keymap.has(try #require(Keysym(named: name))), "\(name)")
    }
    #expect(!keymap.has(try #require(Keysym(named: "F35"))))
  }

  @Test(arguments: ["", "xkb_keymap {", "hello"]) func whatIsNoKeymapIsNone(text: String) {
    #expect(WaylandKeymap(text) == nil)
  }
}
