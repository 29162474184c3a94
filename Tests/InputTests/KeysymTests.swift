import Testing

@testable import Input

@Suite struct KeysymTests {
  @Test(arguments: [
    ("Return", 0xFF0D), ("F5", 0xFFC2), ("plus", 0x2B), ("s", 0x73), ("é", 0xE9), ("€", 0x100_20AC), ("😀", 0x101_F600),
  ])
  func namesAndSingleCharactersAreKnown(name: String, value: UInt) {
    #expect(Keysym(named: name)?.rawValue == value)
  }

  @Test(arguments: ["", "Enter", "foo", "ss", "ctrl+s"])
  func otherNamesAreNot(name: String) {
    #expect(Keysym(named: name) == nil)
  }

  @Test func newlineAndTabAreKeysAndOtherControlCharactersAreNothing() {
    #expect(Keysym("\n") == .return)
    #expect(Keysym("\t") == .tab)
    for value in [0x00, 0x07, 0x0D, 0x1B, 0x7F, 0x80, 0x9F] as [UInt8] {
      #expect(Keysym(Unicode.Scalar(value)) == nil)
    }
  }

  @Test func modifiersAndKeypadKeysAreTold() throws {
    for name in ["Shift_L", "Control_R", "Super_L", "Caps_Lock", "Num_Lock", "ISO_Level3_Shift"] {
      #expect(try #require(Keysym(named: name)).isModifier)
    }
    #expect(try #require(Keysym(named: "KP_1")).isKeypad)
    let digit = try #require(Keysym(named: "1"))
    #expect(!digit.isKeypad && !digit.isModifier)
  }
}
