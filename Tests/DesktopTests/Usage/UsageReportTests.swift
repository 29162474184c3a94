import Foundation
import Ledger
import TestSupport
import Testing

@testable import FazmLinux

/// The reports, as the command line gives them. What they hold is tested with the ledger.
@Suite struct UsageReportTests {
  private let bench: UsageBench

  init() throws {
    bench = try UsageBench()
  }

  @Test(arguments: ["today", "days", "months", "tasks", "turns", "models", "modes", "programs"])
  func `every report in every form`(report: String) async throws {
    try await bench.addTask()
    let table = try await bench.run(report)
    #expect(table.exitCode == 0)
    #expect(table.output.contains("$0.000047"))
    #expect(table.output.contains("Total"))

    let json = try await bench.run(report, "--json")
    let totals = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8)).totals
    #expect(totals.totalCostNanoUSD == 47_000)
    #expect(totals.turns == 2)

    let csv = try await bench.run(report, "--csv").output.split(separator: "\r\n")
    #expect(csv.count == (report == "turns" ? 3 : 2))
    let columns = Set(csv.map { $0.filter { $0 == "," }.count })
    #expect(columns.count == 1)
  }

  @Test func `days are chosen by since and until`() async throws {
    try await bench.addTask()
    let tomorrow = Date.now.addingTimeInterval(100_000).formatted(.iso8601.year().month().day())
    let today = Date.now.formatted(.iso8601.year().month().day())
    func turns(_ arguments: String...) async throws -> Int {
      let run = try await bench.run(["turns", "--json"] + arguments)
      return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).totals.turns
    }
    #expect(try await turns("--since", tomorrow) == 0)
    #expect(try await turns("--until", tomorrow) == 2)
    #expect(try await turns("--until", "2026-01-01") == 0)
    #expect(try await turns("--since", today, "--until", tomorrow) == 2)
    let task = try #require(try await bench.ledger.tasks().first)
    #expect(try await turns("--task", task.id.short, "--until", "2026-01-01") == 0)
    #expect(try await turns("--task", task.id.short) == 2)
  }

  @Test func `tables keep to the terminal`() async throws {
    try await bench.addTask()
    let program = try Repository.fazmLinux().path
    for width in [60, 80, 132] {
      let run = try await ProgramRun.of(
        URL(filePath: "/usr/bin/script"), ["-qec", "stty cols \(width); '\(program)' usage turns", "/dev/null"],
        environment: bench.environment)
      let lines = run.output.split(separator: "\r\n")
      #expect(lines.contains { $0.hasPrefix("Turn") })
      #expect(lines.contains { $0.contains("Model") } == (width == 132))
      #expect(lines.allSatisfy { $0.count <= width }, "\(run.output)")
    }
  }

  @Test func `one task as text, JSON and a page`() async throws {
    let task = try await bench.addTask()
    for name in ["last", task.short, task.description] {
      #expect(try await bench.run("show", name).output.hasPrefix("organize <this> folder\nTask \(task)"))
      let turns = try await bench.run("turns", "--task", name, "--csv").output
      #expect(turns.split(whereSeparator: \.isNewline).count == 3)
    }
    let json = try await bench.run("show", "last", "--json").output
    let report = try JSONDecoder().decode(ShownTask.self, from: Data(json.utf8))
    #expect(report.task.id == task.description)
    #expect(report.turns.map(\.taskCostAfterNanoUSD) == [46_000, 47_000])
    #expect(report.turns[0].imageCostEstimateNanoUSD ?? 0 > 0)
    let page = try await bench.run("show", "last", "--html").output
    #expect(page.hasPrefix("<!doctype html>") && page.contains("organize &lt;this&gt; folder"))
  }

  @Test(arguments: [
    (["show"], "Name one task"), (["show", "a", "b"], "Name one task"), (["show", "ZZZZ"], "has no task ZZZZ"),
    (["show", "last", "--json", "--html"], "exclude each other"), (["days", "--json", "--csv"], "exclude each other"),
    (["balance", "set"], "Say set and an amount"), (["balance", "set", "much"], "an amount in dollars such as 25"),
    (["plan", "gold"], "choose pro, max5x, max20x or none"), (["plan", "--reset-day", "5"], "There is no plan \"\""),
    (["plan", "pro", "--reset-day", "32"], "--reset-day takes a whole number from 1 to 31"),
    (["status", "--format", "lemonbar"], "choose plain, waybar, i3blocks or polybar"),
    (["export"], "Say either --otel or --otlp URL"), (["export", "--otlp", "here"], "--otlp takes the address"),
    (["export", "--otel", "--otlp", "http://localhost"], "Say either"),
  ])
  func `what does not fit is told`(arguments: [String], words: String) async throws {
    expectFailure(try await bench.run(arguments), .usage, saying: words)
  }

  @Test func `the last of no tasks`() async throws {
    expectFailure(try await bench.run("show", "last"), .usage, saying: "the ledger is empty")
  }

  /// The man page is made on the machine of whoever builds it.
  @Test func `help names no home folder`() async throws {
    let help = try await bench.run("--help").output
    #expect(help.contains("~/.local/state/fazm-linux/ledger.sqlite3"))
    #expect(!help.contains(bench.folder.url.path))
  }

  /// The words of a command are words of their own; a request that begins like one is a request.
  @Test func `commands are chosen by whole words`() {
    #expect(Subcommands.chosen(by: ["usage", "show", "last"]).type.syntax == UsageShowCommand.syntax)
    #expect(Subcommands.chosen(by: ["usage", "show", "last"]).rest == ["last"])
    #expect(Subcommands.chosen(by: ["usage", "tasks"]).type.syntax == UsageCommand.syntax)
    #expect(Subcommands.chosen(by: ["usage show", "last"]).type.syntax == RunCommand.syntax)
    #expect(Subcommands.chosen(by: []).type.syntax == RunCommand.syntax)
  }

  /// What every report has.
  private struct Report: Decodable {
    var totals: TurnsOutput.Totals
  }

  private struct ShownTask: Decodable {
    struct Task: Decodable { var id: String }
    struct Turn: Decodable {
      var taskCostAfterNanoUSD: Int
      var imageCostEstimateNanoUSD: Int?
    }

    var task: Task
    var turns: [Turn]
  }
}
