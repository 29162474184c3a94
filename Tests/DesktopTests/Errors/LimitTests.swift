import TestSupport
import Testing

@testable import FazmLinux

/// Budgets and limits: what could break one is not sent.
@Suite(.desktopWithDialog, .serialized) struct LimitTests {
  @Test(arguments: [
    (["--budget-usd", "0.00001"], "The budget of $0.00001 is reached ($0.00 spent)"),
    (["--budget-usd", "0"], "Give more with --budget-usd"),
    (["--budget-tokens", "300"], "The budget of 300 tokens is reached (0 used)"),
  ])
  func `a budget that the first call could break`(options: [String], words: String) async throws {
    let bench = try TaskBench(.reply("type \"too late\""))
    expectFailure(try await bench.run(options + ["--quiet", "Do it"]), .budgetReached, saying: words)
    try await expect(requests: 0, in: bench)
  }

  @Test func `dollars that are spent`() async throws {
    let usage = ScriptedUsage(input: 80_000, output: 10)
    let bench = try TaskBench(.reply("find \"Name\"", usage: usage), .reply("type \"too late\""))
    let run = try await bench.run("--budget-usd", "0.008", "Do it")
    #expect(run.exitCode == ExitCode.budgetReached.rawValue)
    #expect(run.errors.contains("The budget of $0.008 is reached ($0.008005 spent)"))
    #expect(run.output.contains("left -$0.000005"))
    try await expect(requests: 1, in: bench)
  }

  @Test func `tokens that are used`() async throws {
    let usage = ScriptedUsage(input: 4_000, output: 10)
    let bench = try TaskBench(.reply("find \"Name\"", usage: usage), .reply("type \"too late\""))
    let run = try await bench.run("--budget-tokens", "5000", "--quiet", "Do it")
    expectFailure(run, .budgetReached, saying: "The budget of 5000 tokens is reached (4010 used)", "--budget-tokens")
    try await expect(requests: 1, in: bench)
  }

  @Test func `turns that are taken`() async throws {
    let bench = try TaskBench(.reply("find \"Name\""), .reply("find \"OK\""), .reply("type \"too late\""))
    let run = try await bench.run("--max-turns", "2", "--quiet", "Do it")
    expectFailure(run, .budgetReached, saying: "The limit of 2 turns is reached. Give more with --max-turns.")
    try await expect(requests: 2, in: bench)
  }

  @Test func `the configuration's budget holds where no option is given`() async throws {
    let bench = try TaskBench(.reply("find \"Name\""), .reply("type \"too late\""))
    try bench.folder.add("fazm-linux/config", content: "[fazm-linux]\nmax-turns = 1\n")
    expectFailure(try await bench.run("--quiet", "Do it"), .budgetReached, saying: "1 turns")
    try await expect(requests: 1, in: bench)
  }

  @Test func `a small budget makes the replies short`() async throws {
    let bench = try TaskBench(.reply("done \"Seen.\""))
    #expect(try await bench.run("--budget-tokens", "2000", "Do it").exitCode == 0)
    let most = try #require(try bench.server.requests().first?.body["max_tokens"].number)
    #expect((64..<2000).contains(most))
  }

  @Test func `a budget in dollars and a model without a price`() async throws {
    let bench = try TaskBench(.reply("type \"too late\""))
    let run = try await bench.run("--model", "mystery", "--budget-usd", "1", "Do it")
    expectFailure(run, .unknownPrice, saying: "the model's price is unknown", "fazm-linux prices", "--budget-usd")
    try await expect(requests: 0, in: bench)
    #expect(try await bench.tasks().isEmpty)
  }

  @Test func `a model without a price and no budget is said loudly, and never counted as zero`() async throws {
    let bench = try TaskBench(.reply("done \"Seen.\"", model: "mystery"))
    let run = try await bench.run("--model", "mystery", "Do it")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("The price of mystery is UNKNOWN"))
    #expect(run.output.contains("Δ $?"))
    #expect(run.output.contains("1 turn, 412 tokens, at least $0.00"))
    let turns = try await bench.turns()
    #expect(turns.turns.map(\.costNanoUSD) == [nil])
    #expect(turns.totals.totalCostNanoUSD == nil)
    #expect(turns.totals.unknownCosts == 1)
  }

  private func expect(requests: Int, in bench: TaskBench) async throws {
    #expect(try bench.requestCount() == requests)
    #expect(try await bench.desktop.dialogEntry().contains("too late") == false)
  }
}
