import Testing

@testable import Input

@Suite struct TypingPlanTests {
  private let euro = Keysym(rawValue: 0x100_20AC)

  @Test func charactersOfTheLayoutNeedNoLoan() throws {
    let plan = try TypingPlan("aA\n\t", keymap: .small())
    #expect(plan.chunks == [TypingPlan.Chunk(strokes: [38, 39, 36, 23].map { Keystroke(keycode: $0) })])
  }

  @Test func aCharacterThatTheLayoutLacksIsLentOnce() throws {
    let plan = try TypingPlan("€a€", keymap: .small())
    #expect(
      plan.chunks == [
        TypingPlan.Chunk(loans: [102: euro], strokes: [102, 38, 102].map { Keystroke(keycode: $0) })
      ])
  }

  @Test func aNewChunkBeginsWhenNoKeycodeIsLeft() throws {
    let plan = try TypingPlan("1234a1", keymap: .small())
    #expect(plan.chunks.map(\.loans.count) == [3, 2])
    #expect(plan.chunks.map { $0.strokes.map(\.keycode) } == [[102, 101, 100], [102, 38, 101]])
  }

  @Test func everyStrokeMeansItsCharacter() throws {
    let text = "Grüße € → 你好 ñ Ωmega \"q\" ÄÖ 👩‍💻"
    let plan = try TypingPlan(text, keymap: .small())
    let typed = plan.chunks.flatMap { chunk in chunk.strokes.map { chunk.loans[$0.keycode] } }
    let expected = text.unicodeScalars.map { Keymap.small().stroke(for: $0) == nil ? Keysym($0) : nil }
    #expect(typed == expected)
    #expect(plan.chunks.allSatisfy { $0.loans.count <= 3 })
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndIsOneReturn(lineEnd: String) throws {
    let plan = try TypingPlan("a" + lineEnd + "a", keymap: .small())
    #expect(plan.chunks.flatMap(\.strokes).map(\.keycode) == [38, 36, 38])
  }

  @Test func noTextIsNoKeys() throws {
    #expect(try TypingPlan("", keymap: .small()).chunks.isEmpty)
  }

  @Test func aControlCharacterIsRefused() {
    #expect(throws: InputError.untypable("\u{7}")) { try TypingPlan("a\u{7}", keymap: .small()) }
  }

  @Test func aLayoutWithoutFreeKeycodesIsNamedAsTheCause() {
    #expect(throws: InputError.noFreeKeycode) { try TypingPlan("€", keymap: .full()) }
    #expect(throws: InputError.noFreeKeycode) { try TypingPlan(euro, keymap: .full()) }
  }

  @Test func aKeyThatTheLayoutLacksIsLentForAChord() throws {
    #expect(
      try TypingPlan(euro, keymap: .small()).chunks == [
        TypingPlan.Chunk(loans: [102: euro], strokes: [Keystroke(keycode: 102)])
      ])
  }

  @Test func aChordUsesAKeyOfAnotherGroupRatherThanALoan() throws {
    let a = try #require(Keysym(named: "a"))
    let plan = try TypingPlan(a, keymap: .small(group: 1))
    #expect(plan.chunks == [TypingPlan.Chunk(strokes: [Keystroke(keycode: 38)])])
  }
}
