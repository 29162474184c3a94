import TestSupport
import Testing

@testable import Outline
@testable import Prompts

@Suite struct GoldenTests {
  @Test("outlines of real programs", arguments: Fixtures.names)
  func outlines(fixture: String) throws {
    let snapshot = try Fixtures.snapshot(fixture)
    var outliner = Outliner()
    expectGolden(outliner.outline(of: snapshot, for: "").text + "\n", "outlines/\(fixture).txt")
  }

  @Test(
    "outlines for a request",
    arguments: [
      ("thunar-list", "organize this folder"), ("pcmanfm", "move the PDFs into a folder called Papers"),
      ("libreoffice-writer", "make the title bold"), ("dolphin", "show hidden files"),
      ("mousepad", "save the file"), ("kcalc", "what is the square root of 2"),
    ])
  func requests(fixture: String, request: String) throws {
    let snapshot = try Fixtures.snapshot(fixture)
    var outliner = Outliner()
    expectGolden("\(outliner.outline(of: snapshot, for: request).text)\n", "requests/\(fixture).txt")
  }

  @Test func theFixedWordsAreThoseOfTheFile() {
    #expect(Prompts.outline(Words.self).strayKeys().isEmpty)
  }
}
