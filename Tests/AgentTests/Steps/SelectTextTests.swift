import Outline
import Testing

@testable import Agent

/// Selecting a stretch of text by its words.
@Suite struct SelectTextTests {
  private let desktop = FakeDesktop([
    .document("Notes", "The cat sat. A category sat, too."), .letter("Letter", ["Dear Ann,", "see you on Monday"]),
    .field("Name", "Sam Smith"), .password("Key"),
  ])

  @Test func `selects what is there once, with the caret in the field`() async throws {
    var hand = try await Hand(desktop)
    let report = try await hand.report("select {Name} \"Smith\"")
    #expect(report.effect == .confirmed && report.route == .text)
    #expect(desktop.deeds == [.focus("Name"), .selectText("Name", 4..<9)])
  }

  @Test func `selects in the paragraph that holds it`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("select \(hand.last(.document)) \"monday\"").effect == .confirmed)
    #expect(desktop.deeds == [.focus("Letter 2"), .selectText("Letter 2", 11..<17)])
  }

  @Test func `prefers whole words, and refuses to guess`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("select {Notes} \"cat\"").effect == .confirmed)
    #expect(desktop.deeds.last == .selectText("Notes", 4..<7))
    #expect(try await hand.refusal("select {Notes} \"sat\"") == .severalTexts("sat", count: 2))
    #expect(try await hand.report("select {Notes} \"sat, too\"").effect == .confirmed)
  }

  @Test func `refuses what is not there, and never reads a password`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("select {Notes} \"dog\"") == .noSuchText("dog", in: try hand.ref("Notes")))
    #expect(try await hand.refusal("select {Key} \"a\"") == .noSuchText("a", in: try hand.ref("Key")))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `believes what is selected, not what the program answers`() async throws {
    desktop.with { $0.dropsText = true }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("select {Name} \"Sam\"").effect != .confirmed)
  }

  @Test(arguments: [
    ("cat", "the cat", [4..<7]), ("Cat", "the cat", [4..<7]), ("cat", "cat Cat", [0..<3]),
    ("a", "banana", [1..<2, 3..<4, 5..<6]),
    ("ü", "😀 ü", [2..<3]), ("on", "on Monday", [0..<2]), ("", "text", []), ("longer", "text", []),
    ("İx", "İX", [0..<2]),
  ])
  func `finds words where they stand`(phrase: String, text: String, ranges: [Range<Int>]) {
    #expect(TextSearch.ranges(of: phrase, in: text) == ranges)
  }
}
