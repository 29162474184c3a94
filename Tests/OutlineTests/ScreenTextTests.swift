import Testing

@testable import Outline

@Suite struct ScreenTextTests {
  @Test(
    "is one line of what can be seen",
    arguments: [
      ("plain", "plain"),
      ("  two\n\tlines\r\n", "two lines"),
      ("a\u{202E}fdp.exe\u{202C}", "afdp.exe"),
      ("zero\u{200B}width\u{FEFF}", "zerowidth"),
      ("bell\u{07}\u{1B}[31m", "bell [31m"),
      ("tag\u{E0041}\u{E0042}", "tag"),
      ("line\u{2028}separator", "line separator"),
      ("77.7\u{A0}GiB", "77.7 GiB"),
      ("\u{FFFC}", ""),
      ("x<sup>2</sup> &amp; more", "x2 & more"),
      ("<html><body><p>Go <b>back</b></p></body></html>", "Go back"),
      ("a < b > c", "a < b > c"),
      ("写真 🎉", "写真 🎉"),
    ])
  func clean(text: String, expected: String) {
    #expect(ScreenText.clean(text) == expected)
  }

  @Test func clippingKeepsTheExtension() {
    let name = "a very long name of a report that nobody will ever read to its end 2026-11-20.pdf"
    let clipped = ScreenText.clip(name, characters: 30, tokens: 100)
    #expect(clipped.count <= 30)
    #expect(clipped.hasPrefix("a very long"))
    #expect(clipped.hasSuffix(".pdf"))
    #expect(ScreenText.clip("short.txt", characters: 30, tokens: 100) == "short.txt")
  }

  @Test func clippingHoldsItsLimitOfTokens() {
    let name = String(repeating: "漢字🎉", count: 30)
    for tokens in [4, 8, 16, 40] {
      #expect(TokenEstimate.tokens(in: ScreenText.clip(name, characters: 200, tokens: tokens)) <= tokens)
      #expect(TokenEstimate.tokens(in: ScreenText.start(of: name, characters: 200, tokens: tokens)) <= tokens)
    }
  }

  @Test(
    "quotes a name that could be read as something else",
    arguments: [
      ("report.pdf", "report.pdf"),
      ("Save As…", "Save As…"),
      ("track e5.mp3", "track e5.mp3"),
      ("x264 video", "\"x264 video\""),
      ("b3", "\"b3\""),
      ("see b3, then", "\"see b3, then\""),
      ("c5+ done", "\"c5+ done\""),
      ("e7=\"Sam\"", "\"e7=\\\"Sam\\\"\""),
      ("a|b", "\"a|b\""),
      ("back\\slash", "\"back\\\\slash\""),
      ("not a folder/", "\"not a folder/\""),
      ("(12 characters)", "\"(12 characters)\""),
    ])
  func name(name: String, expected: String) {
    #expect(ScreenText.name(name) == expected)
  }

  @Test(
    "quotes a title that could be read as another line",
    arguments: [
      ("Places", "Places"),
      ("Find & Replace", "Find & Replace"),
      ("done: yes", "\"done: yes\""),
      ("menu File", "\"menu File\""),
      ("behind", "\"behind\""),
      ("~ b3", "\"~ b3\""),
      ("g4", "\"g4\""),
    ])
  func title(title: String, expected: String) {
    #expect(ScreenText.title(title) == expected)
  }
}
