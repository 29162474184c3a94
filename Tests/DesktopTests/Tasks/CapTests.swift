import TestSupport
import Testing

@testable import FazmLinux

/// Caps that hold for all tasks together, from the configuration to the question and its answer.
@Suite(.desktopWithDialog, .serialized) struct CapTests {
  /// A call that takes nine tenths of a cap of 0.001 dollars.
  private let bench: TaskBench

  init() throws {
    bench = try TaskBench(
      .reply("find \"Name\"", usage: ScriptedUsage(input: 9_000, output: 0)), .reply("done \"Seen.\""))
  }

  @Test func `where nobody can be asked, a cap stops the task and says which setting it is`() async throws {
    try bench.configure("cap-day-usd = 0.001")
    let run = try await bench.run("Look")
    #expect(run.exitCode == ExitCode.budgetReached.rawValue)
    #expect(run.errors.contains("The cap of $0.001 a day is reached: $0.0009 is spent, and the next call could go"))
    #expect(run.errors.contains("Raise cap-day-usd in \(bench.folder.url.path)/fazm-linux/config"))
    #expect(run.output.contains("\n80 % of the cap of $0.001 a day is used: $0.0009 of $0.001.\n"))
    #expect(try bench.requestCount() == 1)
    // The next task has no more of it, and is not warned again.
    let next = try await bench.run("Look")
    #expect(next.exitCode == ExitCode.budgetReached.rawValue)
    #expect(!next.output.contains("80 %"))
    #expect(try bench.requestCount() == 1)
  }

  @Test func `another mode's cap, and one that is large enough, hold nothing up`() async throws {
    try bench.configure("cap-api-total-usd = 0", "cap-endpoint-month-usd = 1", "cap-total-usd = none")
    #expect(try await bench.run("Look").exitCode == 0)
  }

  @Test(arguments: [("go-on\n", 0 as Int32, 2), ("stop\n", 50, 1), ("what?\n", 50, 1), ("", 50, 1)])
  func `the person decides`(answer: String, code: Int32, requests: Int) async throws {
    try bench.configure("cap-endpoint-total-usd = 0.001")
    let run = try await bench.run("--json", "Look", input: answer)
    #expect(run.exitCode == code)
    #expect(try bench.requestCount() == requests)
    let events = try run.events
    let warning = try #require(events.first { $0["event"] == "warning" })
    #expect(warning["percent"] == 80)
    #expect(warning["limit"] == "cap-endpoint-total-usd")
    #expect(warning["limit_usd"] == "0.001")
    #expect(warning["spent_usd"] == "0.0009")
    let question = try #require(events.first { $0["event"] == "cap" })
    #expect(question["limit"] == "cap-endpoint-total-usd")
    #expect(question["text"].string?.contains("for billing mode endpoint is reached") == true)
    #expect(question["choices"].array.map(\.["word"]).prefix(2) == ["stop", "go-on"])
    #expect(question["choices"][1]["label"] == "go on, up to $0.002")
  }

  @Test func `what was agreed to holds for the next task`() async throws {
    let bench = try TaskBench(
      .reply("find \"Name\"", usage: ScriptedUsage(input: 9_000, output: 0)), .reply("done \"Seen.\""),
      .reply("done \"Seen again.\""))
    try bench.configure("cap-endpoint-total-usd = 0.001")
    _ = try await bench.run("--json", "Look", input: "go-on\n")
    let next = try await bench.run("--json", "Look")
    #expect(next.exitCode == 0)
    #expect(try !next.events.contains { $0["event"] == "cap" })
  }

  @Test func `what is used of each cap is shown, and an agreement can be taken back`() async throws {
    try bench.configure("cap-endpoint-total-usd = 0.001", "cap-day-usd = 5")
    _ = try await bench.run("--json", "Look", input: "go-on\n")
    let before = try await bench.run("usage", "caps").output.split(separator: "\n").map(String.init)
    #expect(
      before == [
        "cap-day-usd: $0.000946 of $5.00 used, $5.00 left", "cap-api-total-usd: $0.00 of $10.00 used, $10.00 left",
        "cap-endpoint-total-usd: $0.000946 of $0.002 used, $0.00105 left, $0.001 of it agreed beyond the cap",
      ])
    let after = try await bench.run("usage", "caps", "revoke").output
    #expect(after.hasSuffix("cap-endpoint-total-usd: $0.000946 of $0.001 used, $0.000054 left\n"))
    expectFailure(try await bench.run("usage", "caps", "all"), .usage, saying: "Say revoke or nothing")
  }

  @Test func `another mode goes on where the configuration says so, and it is said`() async throws {
    try bench.configure("cap-endpoint-day-usd = 0", "on-cap = switch:offline")
    let run = try await bench.run("press ctrl+a")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("\nfrom here on: offline, offline: draws from nothing\n"))
    #expect(try bench.requestCount() == 0)
  }

  @Test func `a mode that is not there stops the task`() async throws {
    try bench.configure("cap-endpoint-day-usd = 0", "on-cap = switch:api")
    let run = try await bench.run("Look", adding: ["ANTHROPIC_API_KEY": ""])
    #expect(run.exitCode == ExitCode.budgetReached.rawValue)
    #expect(run.output.contains("No API key is configured"))
    #expect(try bench.requestCount() == 0)
  }

  @Test func `a model without a price is refused where a cap could not be kept`() async throws {
    try bench.configure("cap-day-usd = 5")
    let run = try await bench.run("--model", "mystery", "--quiet", "Look")
    expectFailure(run, .unknownPrice, saying: "The cap of $5.00 a day cannot be kept")
    #expect(try bench.requestCount() == 0)
  }
}
