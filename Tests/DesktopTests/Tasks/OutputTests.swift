import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// What a task prints for people and for programs.
@Suite(.desktopWithDialog, .serialized) struct OutputTests {
  private let bench: TaskBench

  init() throws {
    bench = try TaskBench(
      .reply("find \"name\"", usage: ScriptedUsage(input: 401, output: 7)), .reply("Let me see."),
      .reply("done \"The field is called Name.\""))
  }

  @Test func `quiet prints the result and nothing else`() async throws {
    let run = try await bench.run("--quiet", "What is the field called?")
    #expect(run.exitCode == 0)
    #expect(run.output == "The field is called Name.\n")
    #expect(run.errors.isEmpty)
  }

  @Test func `JSON is one event a line, from start to end`() async throws {
    let run = try await bench.run("--json", "What is the field called?")
    #expect(run.exitCode == 0)
    #expect(run.errors.isEmpty)
    let events = try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(JSON.self, from: Data($0.utf8))
    }
    #expect(
      events.map(\.["event"].string) == ["start", "waiting", "turn", "waiting", "turn", "waiting", "turn", "end"])

    let task = try #require(try await bench.tasks().first)
    let start = try #require(events.first)
    #expect(start["task"].string == task.id)
    #expect(start["mode"] == "endpoint")
    #expect(start["model"] == "claude-haiku-5-5")
    #expect(start["window"] == "Sign up")
    #expect(start["request"] == "What is the field called?")

    let turns = events.filter { $0["event"] == "turn" }
    #expect(turns.map(\.["turn"].number) == [1, 2, 3])
    #expect(turns[0]["steps"][0]["command"] == "find (4 characters)")
    #expect(turns[0]["steps"][0]["effect"] == "confirmed")
    #expect(turns[0]["input_tokens"] == 401)
    #expect(turns[1]["repair"].string?.contains("holds no command") == true)

    let end = try #require(events.last)
    let deltas = try turns.map { try #require(Decimal(string: $0["delta_usd"].string ?? "")) }
    #expect(deltas.reduce(0, +) == Decimal(string: end["cost_usd"].string ?? ""))
    #expect(end["outcome"] == "done")
    #expect(end["text"] == "The field is called Name.")
    #expect(end["exit_code"] == 0)
    #expect(end["turns"] == 3)
  }

  @Test func `a line a turn tells what was done, what it cost and what is left`() async throws {
    let run = try await bench.run("--budget-usd", "0.01", "--budget-tokens", "9000", "What is the field called?")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "endpoint, claude-haiku-5-5: draws from whatever \(bench.server.baseURL.authority) charges",
        "on \"Sign up\" (Zenity)",
        "turn 1  find \"name\"  in 401 out 7  Δ $0.0000436  total $0.0000436  left $0.0099564  left 8592 tokens",
        "turn 2  the reply could not be used; asked again  in 400 out 12  Δ $0.000046  total $0.0000896  "
          + "left $0.0099104  left 8180 tokens",
        "turn 3  an answer  in 400 out 12  Δ $0.000046  total $0.0001356  left $0.0098644  left 7768 tokens",
        "The field is called Name.",
        "3 turns, 1232 tokens, $0.0001356",
      ])
  }

  @Test func `without a configured model the first line says so`() async throws {
    let run = try await bench.run(
      "press ctrl+a", adding: ["ANTHROPIC_BASE_URL": "", "ANTHROPIC_AUTH_TOKEN": ""])
    let first = try #require(run.output.split(separator: "\n").first)
    #expect(first.hasPrefix("No model is configured, so this runs offline"))
    #expect(first.contains("ANTHROPIC_API_KEY"))
    #expect(try bench.requestCount() == 0)
  }

  @Test func `what acts on a terminal is not printed`() async throws {
    let bench = try TaskBench(.reply("done \"Seen\\u001B[2J\\u009B1m\\u202E.\""))
    #expect(
      try await bench.run("--quiet", "Look").output.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control
      })
  }
}

extension URL {
  fileprivate var authority: String { "\(host() ?? ""):\(port ?? 0)" }
}
