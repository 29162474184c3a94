import Model
import Testing

@testable import Agent

@Suite struct RepairTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var bad: ScriptedModel.Answer
    var outcome: UnusableReply
    var advice: String

    var testDescription: String { "\(outcome)" }
  }

  private static let cases = [
    Case(bad: .init(text: ""), outcome: .empty, advice: "The reply was empty"),
    Case(bad: .init(text: "click {Save}", stopReason: .maxTokens), outcome: .cutOff, advice: "was cut off"),
    Case(bad: .init(text: "click {Save}\nclick"), outcome: .notCommands(lineTwo), advice: "Line 2"),
    Case(bad: .init(text: "It is all done!"), outcome: .notCommands(noCommand), advice: "holds no command"),
  ]

  private static let lineTwo =
    "Nothing was done. Line 2: click needs a ref; write: click b3, or click x4 +ctrl, or click g2 at 30,40"
  private static let noCommand =
    "The reply holds no command, so nothing was done. Answer with commands only, one a line, such as: click b3. "
    + "When all is done and seen: done \"what was done\""

  @Test("says what is wrong, at most twice", arguments: cases)
  func saysWhatIsWrongAtMostTwice(_ example: Case) async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel([example.bad, example.bad, .init(text: "done \"ok\"")])
    let end = try await stage.run(model)
    #expect(end.outcome == .done("ok"))
    #expect(model.told(2).contains(example.advice) && model.told(3).contains(example.advice))
    #expect(stage.person.turns.map { $0.repair != nil } == [true, true, false])
    #expect(stage.desktop.deeds.isEmpty)
  }

  @Test("ends the task at the third", arguments: cases)
  func endsTheTaskAtTheThird(_ example: Case) async throws {
    let stage = try Stage([.button("Save")])
    let end = try await stage.run(ScriptedModel([example.bad, example.bad, example.bad, .init(text: "done \"ok\"")]))
    guard case .unusableReply(let reply) = end.outcome else {
      Issue.record("ended with \(end.outcome)")
      return
    }
    #expect(reply == example.outcome)
    #expect(try await stage.record().turns.count == 3)
    #expect(try await stage.record().task.state == .error)
    #expect(stage.person.turns.last?.repair == nil)
    #expect(end.total == stage.person.turns.compactMap(\.delta.amount).reduce(.zero, +))
    #expect(stage.desktop.deeds.isEmpty)
  }

  @Test func `counts over the whole task`() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel("?", "click {Save}", "?", "click {Save}", "?", "done \"ok\"")
    let end = try await stage.run(model)
    #expect(end.turns == 5)
    guard case .unusableReply = end.outcome else {
      Issue.record("ended with \(end.outcome)")
      return
    }
  }

  @Test(
    "does not ask again where that cannot help",
    arguments: zip([StopReason.refusal, .contextWindowExceeded], [UnusableReply.refused, .tooLong]))
  func doesNotAskAgain(_ reason: StopReason, _ reply: UnusableReply) async throws {
    let stage = try Stage([.button("Save")])
    let end = try await stage.run(ScriptedModel([.init(text: "click {Save}", stopReason: reason)]))
    #expect(end.outcome == .unusableReply(reply))
    #expect(end.turns == 1)
    #expect(stage.desktop.deeds.isEmpty)
  }
}
