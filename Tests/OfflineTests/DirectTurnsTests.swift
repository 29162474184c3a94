import Commands
import Model
import Testing

@testable import Offline

/// What follows the first reply to a direct request.
@Suite struct DirectTurnsTests {
  private static let window = """
    window "Letter" Writer
    m1 File m2 Edit
    b3 Save b4 Apply b5- Undo
    e6="" Name c7 Bold
    """

  /// The replies to a request, given what the agent says after each.
  private func replies(to request: String, _ messages: [String], window: String = window) async throws -> [String] {
    var conversation = [Message(.user, text: "Request: \(request)\n2026-01-05, home folder /h\n\(screen(window))")]
    var replies: [String] = []
    for message in messages + [nil] {
      let reply = try await OfflineModel().reply(
        to: ModelRequest(system: "", messages: conversation, maxTokens: 500))
      replies.append(reply.text)
      conversation.append(reply.message)
      if let message { conversation.append(Message(.user, text: message)) }
    }
    return replies
  }

  private func screen(_ text: String) -> String { "<screen aa>\n\(text)\n</screen aa>" }

  @Test func saysWhatItDid() async throws {
    let replies = try await replies(to: "click Save", ["done\n" + screen("- b5 Undo")])
    #expect(replies == ["click b3", "done \"Clicked \\\"Save\\\".\""])
  }

  @Test func saysThatNothingChanged() async throws {
    let replies = try await replies(
      to: "click Save", ["click b3: nothing changed\n" + screen("Otherwise as before.")])
    #expect(replies.last == "done \"Clicked \\\"Save\\\". Nothing that I can see changed.\"")
  }

  @Test func saysWhatOpened() async throws {
    let replies = try await replies(to: "press ctrl+o", ["done\n" + screen("dialog \"Open File\" Writer\nb9 Cancel")])
    #expect(replies.last == "done \"Pressed ctrl+o. The dialog \\\"Open File\\\" is open now.\"")
  }

  @Test func aRefusalIsNoSuccess() async throws {
    let replies = try await replies(
      to: "type \"x\" into Name and click Save",
      ["done\n" + screen("~ e6=\"x\" Name"), "click b3: not done, b3 is disabled\n" + screen("~ b3- Save")])
    #expect(
      replies == [
        "type e6 \"x\"", "click b3",
        "fail \"b3 is disabled; before that I typed the text into \\\"Name\\\"\"",
      ])
  }

  @Test func oneStepATurn() async throws {
    let replies = try await replies(
      to: "check Bold, then type Sam into Name and press enter; click Apply",
      [
        "done\n" + screen("~ c7+ Bold"), "done\n" + screen("~ e6=\"Sam\" Name"), "done\n" + screen("- b5 Undo"),
      ])
    #expect(
      replies == [
        "check c7", "type e6 \"Sam\" enter", "click b4",
        "done \"Checked \\\"Bold\\\", typed the text into \\\"Name\\\" and pressed Return and clicked \\\"Apply\\\".\"",
      ])
  }

  @Test func goesOnInADialog() async throws {
    let replies = try await replies(
      to: "click Save and type \"a.txt\" into Name and close the dialog",
      [
        "done\n" + screen("dialog \"Save\" Writer\ne20=\"\" Name b21 Cancel\nbehind g9: 4 b"),
        "done\n" + screen("~ e20=\"a.txt\" Name"), "done\n" + screen("window \"Letter\" Writer\nOtherwise as before."),
      ])
    #expect(replies.dropLast() == ["click b3", "type e20 \"a.txt\"", "click b21"])
  }

  @Test func findsWhatIsFolded() async throws {
    let replies = try await replies(
      to: "click Rename", ["done\n" + screen("2 found\nb30 Rename\nb31 Rename All (hidden)\nOtherwise as before.")])
    #expect(replies == ["find \"Rename\"", "click b30"])
  }

  @Test func findsWhatIsInAClosedMenu() async throws {
    let replies = try await replies(
      to: "click Export as PDF",
      ["done\n" + screen("1 found\ni40 Export as PDF... (in \"File\", hidden)\nOtherwise as before.")])
    #expect(replies == ["find \"Export as PDF\"", "menu \"File > Export as PDF...\""])
  }

  @Test func saysWhatIsNotThere() async throws {
    let replies = try await replies(
      to: "click Frobnicate", ["done\n" + screen("\"Frobnicate\" not found\nOtherwise as before.")])
    #expect(replies.last == "fail \"I see nothing called \\\"Frobnicate\\\" here\"")
    let similar = try await self.replies(
      to: "click Exprot", ["done\n" + screen("1 found\nb9 Export\nOtherwise as before.")])
    #expect(similar.last == "fail \"I see nothing called \\\"Exprot\\\" here; there is \\\"Export\\\"\"")
  }

  @Test func costsNothing() async throws {
    let model = OfflineModel()
    let reply = try await model.reply(to: ModelRequest(system: "", messages: [Message(.user, text: "")], maxTokens: 9))
    #expect(reply.cost == .computed(.zero))
    #expect(reply.usage == Usage(input: 0, output: 0))
    #expect(reply.stopReason == .endTurn)
    #expect(model.identity == ModelIdentity(mode: .offline, model: "offline", host: nil, meter: "nothing"))
  }
}
