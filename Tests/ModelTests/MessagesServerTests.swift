import Foundation
import TestSupport
import Testing

@testable import Model

/// The test double itself, where it does more than repeat its script.
@Suite struct MessagesServerTests {
  private func reply(_ text: String, to outline: String) async throws -> String {
    let bench = try Bench(.reply(text))
    let request = ModelRequest(
      system: "",
      messages: [Message(.user, text: "b9 Save"), Message(.assistant, text: "x"), Message(.user, text: outline)],
      maxTokens: 10)
    return try await bench.client().reply(to: request).text
  }

  @Test(arguments: [
    ("b3 Save", "click b3"), ("c12+ Save", "click c12"), ("m1- File b3! Save…", "click b3"),
    ("e7=\"a b\" Save", "click e7"), ("x1 Save as\nb4* \"Save\"", "click x1"), ("nothing", "click b9"),
  ])
  func refIsLookedUpInTheNewestOutline(outline: String, expected: String) async throws {
    #expect(try await reply("click {{ref of Save}}", to: outline) == expected)
  }

  @Test func refOfOneKindIsLookedUpPastOthers() async throws {
    #expect(try await reply("set {{e of Name}} \"Ada\"", to: "o12=\"\" Name e13=\"\" Name") == "set e13 \"Ada\"")
  }

  @Test func unknownRefAndScriptAtItsEndAreErrors() async throws {
    let bench = try Bench(.reply("click {{ref of Print}}"))
    for words in ["The script wants the ref of Print", "The script has no more replies"] {
      #expect(try #require(try await bench.failure()).description.contains(words))
    }
  }
}
