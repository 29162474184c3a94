import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// `--model auto` in a task: from the cheapest model upwards, with each price told.
@Suite(.desktopWithDialog, .serialized) struct AutoModelTests {
  @Test func `the server is asked for the next model, and the ledger has each`() async throws {
    let bench = try TaskBench(
      .reply("I would rather talk."), .reply("Would you?"), .reply("fail \"too hard\"", model: "claude-sonnet-5-5"),
      .reply("done \"Seen.\"", model: "claude-opus-5-5"))
    let run = try await bench.run("--model", "auto", "What is there?")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("auto begins with claude-haiku-5-5 ($0.10 in, $0.50 out per million tokens)"))
    #expect(
      run.output.contains(
        "claude-haiku-5-5 answered twice with what could not be used: claude-sonnet-5-5 takes over ($2.00 in, $10.00 out"
      ))
    #expect(run.output.contains("claude-sonnet-5-5 gave up (too hard): claude-opus-5-5 takes over ($4.00 in"))
    let models = ["claude-haiku-5-5", "claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5"]
    #expect(try bench.server.requests().map { $0.body["model"].string } == models)
    #expect(try await bench.turns().turns.map(\.model) == models)
  }

  @Test func `the configuration may say it, and the events tell each move`() async throws {
    let bench = try TaskBench(.reply("fail \"too hard\""), .reply("done \"Seen.\"", model: "claude-sonnet-5-5"))
    try bench.folder.add("fazm-linux/config", content: "[fazm-linux]\nmodel = auto\n")
    let run = try await bench.run("--json", "What is there?")
    let events = try run.output.split(separator: "\n").map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
    let move = try #require(events.first { $0["event"] == "model" })
    #expect(move["model"] == "claude-sonnet-5-5")
    #expect(move["usd_per_million_tokens"] == ["input": "2.00", "output": "10.00"])
  }

  @Test func `where there is no choice of models, that is said`() async throws {
    let bench = try TaskBench()
    let run = try await bench.run("--billing", "offline", "--model", "auto", "Frobnicate")
    #expect(run.output.contains("model = auto has no effect here"))
  }
}
