import Commands
import Testing

@Suite struct ReplyTests {
  @Test(arguments: ReplyExample.plain + ReplyExample.wrapped + ReplyExample.prose)
  func `a good reply`(example: ReplyExample) {
    #expect(ReplyExample.outcome(example.text) == example.outcome)
  }

  @Test(arguments: ReplyExample.withoutCommands + ReplyExample.broken + ReplyExample.outOfShape)
  func `a bad reply`(example: ReplyExample) {
    #expect(ReplyExample.outcome(example.text) == example.outcome)
  }

  @Test func `line numbers are those of the reply, whatever was dropped`() throws {
    let reply = try Reply.parse("<thinking>\na\nb\n</thinking>\n\nSo:\n```\nclick b3\n\n- click b4\n```")
    #expect(reply.lines.map(\.number) == [8, 10])
  }

  @Test func `an ending stands apart from the actions`() throws {
    let held = try Reply.parse("click b3\nkey Return\ndone \"Saved.\"")
    #expect(held.actions.map(\.description) == ["click b3", "key Return"])
    #expect(held.ending == .done("Saved."))

    #expect(try Reply.parse("ask \"Which?\"").ending == .ask("Which?"))
    #expect(try Reply.parse("fail \"No such file\"").ending == .fail("No such file"))
    #expect(try Reply.parse("fail \"No such file\"").actions.isEmpty)

    let open = try Reply.parse("click b3")
    #expect(open.ending == nil)
    #expect(open.actions == open.commands)
  }

  @Test(arguments: [
    (ReplyError.line(3, .unquotedText(right: #"open "x""#)), ["Line 3", #"open "x""#, "Nothing was done"]),
    (.secondBlock(prose: 2, commands: 5), ["Line 2", "line 5", "Nothing was done"]),
    (.inventedScreen(4), ["Line 4", "made up"]),
    (.afterEnding(2, .done), ["Line 2", "done", "last"]),
    (.noCommands, ["click b3", #"done "what was done""#]),
    (.empty, ["empty", "click b3"]),
  ])
  func `the message names the line and what to do`(error: ReplyError, parts: [String]) {
    for part in parts { #expect(error.description.contains(part), "\(error.description)") }
    #expect(!error.description.contains("{"))
  }

  @Test func `braces of a reply stay as they are in a message`() {
    #expect(ReplyExample.outcome("open {line}") == .error(.line(1, .unquotedText(right: #"open "{line}""#))))
    #expect(ReplyError.line(1, .unquotedText(right: #"open "{line}""#)).description.contains(#"open "{line}""#))
  }
}
