import Foundation
import TestSupport
import Testing

@testable import Outline

@Suite struct TokenEstimateTests {
  /// A text and how many tokens the public tokenizer makes of it, as `count-tokens` wrote it.
  struct Counted: Decodable {
    var text: String
    var tokens: Int
  }

  private static func counted(_ file: String) throws -> [Counted] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Texts")
    return try JSONDecoder().decode([Counted].self, from: Data(contentsOf: folder.appending(path: file)))
  }

  @Test("is never too low, whatever the text", arguments: ["phrases.json", "odd.json", "outlines.json"])
  func isNeverTooLow(file: String) throws {
    let texts = try Self.counted(file)
    #expect(!texts.isEmpty)
    for text in texts {
      #expect(TokenEstimate.tokens(in: text.text) >= text.tokens, "\(text.text)")
    }
  }

  @Test func isAtMostAQuarterTooHighInManyLanguages() throws {
    for text in try Self.counted("phrases.json") {
      #expect(TokenEstimate.tokens(in: text.text) * 4 <= text.tokens * 5, "\(text.text)")
    }
  }

  @Test func isALittleTooHighForRecordedOutlines() throws {
    let outlines = try Self.counted("outlines.json")
    try #require(!outlines.isEmpty)
    for outline in outlines {
      let estimate = TokenEstimate.tokens(in: outline.text)
      #expect(estimate >= outline.tokens, "\(outline.text)")
      #expect(estimate * 3 <= outline.tokens * 4, "\(outline.text)")
      #expect(outline.tokens <= 200, "\(outline.text)")
    }
    let estimates = outlines.reduce(0) { $0 + TokenEstimate.tokens(in: $1.text) }
    #expect(estimates * 100 <= outlines.reduce(0) { $0 + $1.tokens } * 115)
    #expect(outlines.map(\.tokens).sorted()[outlines.count / 2] <= 150)
  }

  @Test func theCountedOutlinesAreThoseOfToday() throws {
    let counted = Set(try Self.counted("outlines.json").map(\.text))
    for fixture in Fixtures.names {
      var outliner = Outliner()
      let text = outliner.outline(of: try Fixtures.snapshot(fixture), for: "").text
      #expect(counted.contains(text + "\n"), "Count them anew: see count-tokens. \(text)")
    }
  }

  @Test func countsCommonWordsExactly() {
    #expect(TokenEstimate.tokens(in: "b5 Back b6- Home") == 7)
    #expect(TokenEstimate.tokens(in: "") == 0)
    #expect(TokenEstimate.tokens(in: "\n") == 1)
  }
}
