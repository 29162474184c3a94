import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// The commands that only tell: what there is, what is missing, what it cost and what it costs.
@Suite(.desktopWithDialog, .serialized) struct ReportTests {
  private let bench: TaskBench

  init() throws {
    bench = try TaskBench(.reply("done \"Seen.\""))
  }

  @Test func `windows`() async throws {
    let run = try await bench.run("windows")
    #expect(run.output.wholeMatch(of: /\* 0x[0-9a-f]+  Zenity  Sign up\n/) != nil, "\(run.output)")

    let windows = try JSONDecoder().decode(
      [JSON].self, from: Data(try await bench.run("windows", "--json").output.utf8))
    let window = try #require(windows.first)
    #expect(windows.count == 1)
    #expect(window["program"] == "Zenity")
    #expect(window["title"] == "Sign up")
    #expect(window["focused"] == true)
    #expect(window["bounds"].array.count == 4)
    let id = try #require(window["id"].string)
    #expect(try await bench.run("tree", "--window", id).output.hasPrefix("dialog \"Sign up\" Zenity"))
  }

  @Test func `doctor finds nothing missing on a good desktop`() async throws {
    let run = try await bench.run("doctor", "--json")
    #expect(run.exitCode == 0)
    let checks = try JSONDecoder().decode([JSON].self, from: Data(run.output.utf8))
    #expect(
      checks.map(\.["check"].string) == [
        "display", "accessibility bus", "pointer and keyboard", "ledger", "billing mode", "prices",
        "window \"Sign up\" (Zenity)",
      ])
    #expect(checks.allSatisfy { $0["ok"] == true })
    #expect(checks[3]["detail"].string?.hasPrefix(bench.folder.url.path) == true)
    #expect(checks[4]["detail"].string?.hasPrefix("endpoint, claude-haiku-5-5") == true)
    #expect(try bench.requestCount() == 0)
  }

  @Test func `doctor names what is missing, and exits with the first of it`() async throws {
    let run = try await bench.run(
      "doctor", "--json", adding: ["AT_SPI_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_STATE_HOME": "/dev/null"])
    #expect(run.exitCode == ExitCode.noAccessibilityBus.rawValue)
    let checks = try JSONDecoder().decode([JSON].self, from: Data(run.output.utf8))
    #expect(checks.filter { $0["ok"] == false }.map(\.["check"].string) == ["accessibility bus", "ledger"])
  }

  @Test func `doctor takes the billing mode of the configuration`() async throws {
    try bench.folder.add("fazm-linux/config", content: "[fazm-linux]\nbilling = api\n")
    let run = try await bench.run("doctor")
    #expect(run.exitCode == ExitCode.missingKey.rawValue)
    #expect(run.output.contains("MISSING billing mode: No API key is configured: set ANTHROPIC_API_KEY"))
  }

  @Test(arguments: ["days", "tasks", "turns"]) func `usage`(report: String) async throws {
    #expect(try await bench.run("usage", report).exitCode == 0)
    #expect(try await bench.run("What is there?").exitCode == 0)
    let table = try await bench.run("usage", report)
    #expect(table.output.contains("0.000046"))
    let json = try await bench.run("usage", report, "--json")
    let totals = try JSONDecoder().decode(Totals.self, from: Data(json.output.utf8)).totals
    #expect(totals.totalCostNanoUSD == 46_000)
    #expect(totals.turns == 1)
  }

  @Test func `usage of one task`() async throws {
    #expect(try await bench.run("What is there?").exitCode == 0)
    let task = try #require(try await bench.tasks().first)
    let run = try await bench.run("usage", "--task", String(task.id.suffix(6)), "--json")
    let turns = try JSONDecoder().decode(TurnsOutput.self, from: Data(run.output.utf8))
    #expect(turns.turns.map(\.task) == [task.id])
  }

  @Test func `prices`() async throws {
    let table = try await bench.run("prices")
    #expect(table.output.contains("claude-haiku-5-5"))
    #expect(table.output.contains("USD per million tokens"))
    let json = try JSONDecoder().decode(JSON.self, from: Data(try await bench.run("prices", "--json").output.utf8))
    let price = json["models"]["claude-haiku-5-5"]["price"]
    #expect(price.keys == ["cacheRead", "cacheWrite1h", "cacheWrite5m", "input", "output"])
    #expect(json["date"].string != nil)
  }

  @Test func `a person's own prices, which are old, are marked`() async throws {
    let old = try TaskBench(.reply("done \"Seen.\"", model: "mine"), on: bench.desktop)
    try old.folder.add(
      "fazm-linux/prices.json",
      content: """
        {"version": "mine", "date": "2026-01-01", "models": {"mine": {"price":
          {"input": 1000, "cacheRead": 0, "cacheWrite5m": 0, "cacheWrite1h": 0, "output": 0}}}}
        """)
    let table = try await old.run("prices").output
    #expect(table.contains("mine (old)"))
    #expect(table.contains("Yours, 2026-01-01: mine"))
    #expect(table.contains("(old): more than 60 days"))
    #expect(try await old.run("doctor").output.contains("; some are older than 60 days: see fazm-linux prices"))

    let run = try await old.run("--model", "mine", "What is there?")
    let first = try #require(run.output.split(separator: "\n").first)
    #expect(first.hasPrefix("endpoint, mine: draws from "))
    #expect(first.hasSuffix(" days old and may have changed"))
    #expect(try await old.turns().turns.map(\.costNanoUSD) == [400 * 1000])
  }

  /// What every report has.
  private struct Totals: Decodable {
    var totals: TurnsOutput.Totals
  }
}
