import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// A task on a real program from the request to the result, and what it cost.
@Suite(.desktop, .serialized) struct TaskTests {
  @Test(arguments: Browser.allCases) func `a folder is made in a file manager`(browser: Browser) async throws {
    let bench = try TaskBench(
      .reply("key ctrl+shift+n\nwait \"\(browser.newFolderTitle)\" 10", usage: Self.usages[0], model: "test-model"),
      .reply(
        "type \"Papers\" enter\ngone \"\(browser.newFolderTitle)\" 10", usage: Self.usages[1], model: "test-model"),
      .reply("done \"There is a folder Papers now.\"", usage: Self.usages[2], model: "test-model"))
    try bench.folder.add("Work/letter.txt")
    try bench.folder.add("fazm-linux/prices.json", content: Self.prices)
    let work = bench.folder.url.appending(path: "Work")

    let run = try await browser.show(work, on: bench.desktop) {
      try await bench.run("--model", "test-model", "--budget-usd", "0.5", "Make a folder called Papers")
    }
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("There is a folder Papers now."))
    let papers = work.appending(path: "Papers")
    #expect(try papers.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true)

    let ledger = try await bench.turns()
    #expect(ledger.turns.map(\.costNanoUSD) == Self.costs)
    #expect(ledger.turns.map(\.taskCostAfterNanoUSD) == [Self.costs[0], Self.costs[0] + Self.costs[1], Self.total])
    #expect(ledger.totals.totalCostNanoUSD == Self.total)
    #expect(try await bench.tasks().map(\.state) == ["done"])
    #expect(run.output.contains("3 turns, \(Self.tokens) tokens, $0.\(Self.total.padded)"))
  }

  /// Nano-dollars a token, all different and none round.
  private static let prices = """
    {"version": "test", "date": "2026-11-20", "models": {"test-model": {"price":
      {"input": 1009, "cacheRead": 101, "cacheWrite5m": 1259, "cacheWrite1h": 2017, "output": 5003}}}}
    """

  private static let usages = [
    ScriptedUsage(input: 701, output: 23, cacheRead: 0, cacheWrite5m: 601, cacheWrite1h: 0),
    ScriptedUsage(input: 89, output: 17, cacheRead: 601, cacheWrite5m: 97, cacheWrite1h: 3),
    ScriptedUsage(input: 3, output: 11, cacheRead: 701, cacheWrite5m: 0, cacheWrite1h: 0, thinking: 5),
  ]

  private static let costs = [
    701 * 1009 + 601 * 1259 + 23 * 5003,
    89 * 1009 + 601 * 101 + 97 * 1259 + 3 * 2017 + 17 * 5003,
    3 * 1009 + 701 * 101 + 11 * 5003,
  ]

  private static let total = costs.reduce(0, +)
  private static let tokens = 701 + 23 + 601 + 89 + 17 + 601 + 97 + 3 + 3 + 11 + 701
}

extension Int {
  /// Nano-dollars as the nine decimals of a dollar, without zeros at the end.
  fileprivate var padded: String {
    var digits = String(repeating: "0", count: 9 - String(self).count) + String(self)
    while digits.hasSuffix("0") { digits.removeLast() }
    return digits
  }
}
