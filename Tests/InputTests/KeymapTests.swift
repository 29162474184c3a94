import Testing

@testable import Input

@Suite struct KeymapTests {
  @Test func charactersAreReachedWithTheFewestKeys() {
    let keymap = Keymap.small()
    #expect(keymap.stroke(for: "a" as Unicode.Scalar) == Keystroke(keycode: 38))
    #expect(keymap.stroke(for: "A" as Unicode.Scalar) == Keystroke(keycode: 39))
    #expect(keymap.stroke(for: "@" as Unicode.Scalar) == Keystroke(keycode: 38, held: [Keymap.levelThreeKey]))
  }

  @Test func aKeyThatNeedsAnotherModifierOrTheNumberBlockIsNotUsed() {
    let keymap = Keymap.small()
    #expect(keymap.stroke(for: "x" as Unicode.Scalar) == nil)
    #expect(keymap.stroke(for: "1" as Unicode.Scalar) == nil)
  }

  @Test func theActiveGroupDecidesAndKeysWithFewerGroupsStartOver() {
    let second = Keymap.small(group: 1)
    #expect(second.stroke(for: "ж" as Unicode.Scalar) == Keystroke(keycode: 38))
    #expect(second.stroke(for: "a" as Unicode.Scalar) == nil)
    #expect(second.stroke(for: .return) == Keystroke(keycode: 36))
    #expect(Keymap.small().stroke(for: "ж" as Unicode.Scalar) == nil)
  }

  @Test func modifierKeysAreFoundWhereThereAreAny() {
    let keymap = Keymap.small()
    #expect(keymap.keycode(for: .ctrl) == 37)
    #expect(keymap.keycode(for: .shift) == Keymap.shiftKey)
    #expect(keymap.keycode(for: .super) == nil)
  }

  @Test func onlyKeycodesWithoutAnyMeaningAreFree() {
    #expect(Keymap.small().free == [102, 101, 100])
    #expect(Keymap.full().free.isEmpty)
  }
}
