import Settings
import Testing

@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("gemini --acp", ["gemini", "--acp"]), ("  npx  'a b' \"c d\" ", ["npx", "a b", "c d"]),
    (#"a\ b $HOME `id` ; rm"#, ["a b", "$HOME", "`id`", ";", "rm"]), ("''", [""]), ("agent # comment", ["agent"]),
  ])
  func wordsAsAShellWouldHaveThem(text: String, words: [String]) throws {
    #expect(try ShellWords.split(text) == words)
  }

  @Test(arguments: ["", "   ", "agent 'open", "agent \"open"])
  func whatIsNoCommand(text: String) {
    #expect(throws: UsageError.self) { try ShellWords.split(text) }
  }
}
