import TestSupport
import Testing

@testable import FazmLinux

/// Replies that cannot be carried out: none of their commands runs, and each repair is a turn that is counted.
@Suite(.desktopWithDialog, .serialized) struct ReplyErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let reply: ScriptedReply
    /// What the program says at last.
    let words: String
    /// What the model is told.
    let correction: String
    var testDescription: String { name }
  }

  static let repaired = [
    Case(name: "empty", reply: .reply(""), words: "were empty", correction: "The reply was empty"),
    Case(
      name: "cut off", reply: .reply("type \"half a na", stopReason: "max_tokens"), words: "were cut off",
      correction: "your reply was cut off"),
    Case(
      name: "prose", reply: .reply("I would be glad to help you with the form."),
      words: "even after two corrections", correction: "holds no command"),
    Case(
      name: "one bad line of two", reply: .reply("type \"half\"\nclcik {{ref of OK}}"),
      words: "even after two corrections", correction: "Nothing was done. Line 2"),
    Case(
      name: "an invented screen", reply: .reply("type \"half\"\n<screen ab12>\nb1 OK\n</screen ab12>\nclick b1"),
      words: "even after two corrections", correction: "Nothing was done."),
  ]

  @Test(arguments: repaired) func `is corrected twice, then the task ends`(reply: Case) async throws {
    let bench = try TaskBench(Array(repeating: reply.reply, count: 3) + [.reply("type \"too late\"")])
    let run = try await bench.run("--quiet", "Fill in the form")
    expectFailure(run, .badReply, saying: reply.words)
    let requests = try bench.server.requests()
    #expect(requests.count == 3)
    #expect(requests.dropFirst().allSatisfy { $0.lastMessage.contains(reply.correction) })
    try await expect(turns: 3, cost: 3 * Self.cost, in: bench)
  }

  @Test(arguments: repaired) func `is corrected, and the task goes on`(reply: Case) async throws {
    let bench = try TaskBench(reply.reply, .reply("done \"Filled in.\""))
    let run = try await bench.run("Fill in the form")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("turn 1  the reply could not be used; asked again"))
    try await expect(turns: 2, cost: 2 * Self.cost, in: bench)
  }

  @Test func `a refusal is not argued with`() async throws {
    let bench = try TaskBench(.reply("", stopReason: "refusal"), .reply("type \"too late\""))
    expectFailure(try await bench.run("--quiet", "Fill in the form"), .badReply, saying: "refused")
    try await expect(turns: 1, cost: Self.cost, in: bench)
  }

  @Test func `a conversation that is too long ends the task`() async throws {
    let bench = try TaskBench(.reply("", stopReason: "model_context_window_exceeded"), .reply("type \"too late\""))
    expectFailure(try await bench.run("--quiet", "Fill in the form"), .badReply, saying: "Start again with a smaller")
    try await expect(turns: 1, cost: Self.cost, in: bench)
  }

  @Test func `a ref that is not there is named to the model`() async throws {
    let bench = try TaskBench(.reply("click b999"), .reply("fail \"There is no such button.\""))
    let run = try await bench.run("--quiet", "Fill in the form")
    expectFailure(run, .taskFailed, saying: "There is no such button.")
    #expect(
      try bench.server.requests().last?.lastMessage.contains("there is no b999; use a ref you were shown") == true)
    try await expect(turns: 2, cost: 2 * Self.cost, in: bench)
  }

  @Test func `a question that nobody can answer ends the task`() async throws {
    let bench = try TaskBench(.reply("ask \"Which name?\""))
    let run = try await bench.run("--quiet", "Fill in the form")
    expectFailure(run, .question, saying: "Which name?", "Run the task again with the answer")
  }

  /// 400 tokens in and 12 out, which is what a scripted reply reports, at the prices of the model that it names.
  private static let cost = 400 * 100 + 12 * 500

  private func expect(turns: Int, cost: Int, in bench: TaskBench) async throws {
    let ledger = try await bench.turns()
    #expect(ledger.turns.count == turns)
    #expect(ledger.totals.totalCostNanoUSD == cost)
    let entry = try await bench.desktop.dialogEntry()
    #expect(entry.contains("Name") && !entry.contains("half") && !entry.contains("too late"), "\(entry)")
  }
}
