import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// What was typed or configured wrongly is refused before anything is looked at: no desktop is needed to say so.
@Suite struct UsageErrorTests {
  @Test(arguments: [
    ([], "Say what to do"),
    (["   "], "Say what to do"),
    (["run"], "Say what to do"),
    (["--jsno", "Do it"], "--jsno"),
    (["--app"], "--app"),
    (["--json", "--quiet", "Do it"], "--json and --quiet exclude each other"),
    (["--budget-usd", "five", "Do it"], "--budget-usd takes an amount in dollars such as 0.05, not \"five\""),
    (["--budget-usd", "-1", "Do it"], "--budget-usd"),
    (["--budget-tokens", "0", "Do it"], "--budget-tokens takes a whole number from 1"),
    (["--max-turns", "1e3", "Do it"], "--max-turns takes a whole number from 1 to 1000, not \"1e3\""),
    (["--max-images", "21", "Do it"], "--max-images takes a whole number from 0 to 20"),
    (["--tree-budget", "59", "Do it"], "--tree-budget takes a whole number from 60 to 2000"),
    (
      ["--billing", "barter", "Do it"],
      "--billing takes one of api, endpoint, subscription, acp, offline, not \"barter\""
    ),
    (["--confirm", "maybe", "Do it"], "--confirm takes risky, always or never, not \"maybe\""),
    (["--model", "", "Do it"], "--model takes NAME, and nothing was given"),
    (["--app", "", "Do it"], "--app takes NAME, and nothing was given"),
    (
      ["--ca-file", "/nonexistent", "--billing", "offline", "Do it"], "The certificates in /nonexistent cannot be used"
    ),
    (["--ca-file", "/etc/passwd", "Do it"], "The certificates in /etc/passwd cannot be used"),
    (["--agent", "gemini --acp", "Do it"], "this would run in offline: add --billing acp"),
    (["--agent", "gemini", "--billing", "offline", "Do it"], "--agent is for billing mode acp"),
    (["--billing", "acp", "Do it"], "Say which agent: --agent"),
    (["--billing", "acp", "--agent", "fake 'open", "Do it"], "is no command"),
    (["--billing", "acp", "--agent", "fake", "--model", "haiku", "Do it"], "leave --model out"),
    (["--billing", "endpoint", "Do it"], "set ANTHROPIC_BASE_URL"),
    (["tree", "b3"], "fazm-linux tree takes no \"b3\". See fazm-linux tree --help."),
    (["tree", "--tree-budget", "many"], "--tree-budget"),
    (["tree", "--find", "a", "--expand", "g1"], "--find and --expand exclude each other"),
    (["tree", "--json", "--find", "a"], "--find and --json exclude each other"),
    (["tree", "--expand", "g1", "--json"], "--expand and --json exclude each other"),
    (["windows", "all"], "fazm-linux windows takes no \"all\""),
    (["act"], "fazm-linux act 'click b3'"),
    (["act", "clcik b3"], "\"clcik b3\""),
    (["act", "click b1", "type e5 hello"], "text stands in quotes"),
    (["usage", "yearly"], "choose today, days, months, tasks, turns, models, modes or programs"),
    (["usage", "tasks", "turns"], "There is no report \"tasks turns\""),
    (["usage", "--task", "last"], "There is no task yet"),
    (
      ["usage", "balance", "set", "-5"],
      "Nothing here takes an amount below zero such as -5. See fazm-linux usage balance"
    ),
    (["usage", "balance", "set", "five"], "A balance is an amount in dollars such as 25, not \"five\""),
    (["usage", "--since", "yesterday"], "--since takes a day such as 2026-11-20"),
  ])
  func `options and operands`(arguments: [String], words: String) async throws {
    expectFailure(try await run(arguments), .usage, saying: words)
  }

  @Test(arguments: [
    ("max-turns = 3\n", "stand as key = value under a line [fazm-linux]"),
    ("[fazm]\nmax-turns = 3\n", "its settings must stand under [fazm-linux], not [fazm]"),
    ("[fazm-linux]\nbudget_usd = 0.05\n", "has a setting \"budget_usd\"; there are billing, "),
    ("[fazm-linux]\nbudget-usd = cheap\n", "budget-usd in "),
    ("[fazm-linux]\nbilling = barter\n", "billing in /"),
    ("[fazm-linux]\nbilling = barter\n", "/fazm-linux/config takes one of api, endpoint"),
    ("[fazm-linux]\nconfirm = maybe\n", "/fazm-linux/config takes risky, always or never, not \"maybe\""),
    ("[fazm-linux]\nmodel =\n", "/fazm-linux/config has no value"),
    ("[fazm-linux]\nca-file = /nonexistent\n", "The certificates in /nonexistent cannot be used"),
    ("[fazm-linux]\ncap-day-usd = lots\n", "takes an amount in dollars such as 5, or none, not \"lots\""),
    ("[fazm-linux]\ncap-api-day = 5\n", "has a setting \"cap-api-day\""),
    ("[fazm-linux]\non-cap = perhaps\n", "takes ask, stop or switch:MODE (api, endpoint, "),
    ("[fazm-linux]\non-cap = switch:barter\n", "not \"switch:barter\""),
  ])
  func `the configuration file`(text: String, words: String) async throws {
    let folder = try TemporaryFolder()
    try folder.add("fazm-linux/config", content: text)
    expectFailure(try await run(["Do it"], adding: ["XDG_CONFIG_HOME": folder.url.path]), .usage, saying: words)
  }

  @Test func `a keyring that does not run cannot say what it keeps`() async throws {
    expectFailure(try await run(["logout"]), .missingKey, saying: "start it", "forgotten by unset")
  }

  @Test func `what was spent is not said where it cannot be read`() async throws {
    let folder = try TemporaryFolder()
    try folder.add("state", content: "no folder")
    for arguments in [["usage", "status"], ["usage"], ["usage", "balance"]] {
      let run = try await run(arguments, adding: ["XDG_STATE_HOME": folder.url.appending(path: "state").path])
      expectFailure(
        run, .ledgerNotWritable, saying: "state/fazm-linux/ledger.sqlite3 cannot be written", "XDG_STATE_HOME")
      #expect(run.output.isEmpty)
    }
  }

  @Test func `a person's own prices`() async throws {
    let folder = try TemporaryFolder()
    try folder.add("fazm-linux/prices.json", content: "{\"models\": 3}")
    let run = try await run(["prices"], adding: ["XDG_CONFIG_HOME": folder.url.path])
    expectFailure(run, .usage, saying: "fazm-linux/prices.json is not usable", "move it away")
  }

  @Test(arguments: [">/dev/full", ">&-"]) func `nowhere to print to ends it, as a closed terminal does`(
    redirection: String
  ) async throws {
    let run = try await ProgramRun.of(
      URL(filePath: "/bin/sh"), ["-c", "\"$0\" --help \(redirection)", Repository.fazmLinux().path],
      environment: ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin"])
    #expect(run.exitCode == 128 + SIGHUP)
    #expect(!run.errors.contains("Fatal"))
  }

  /// No display, no bus, and a home folder with nothing in it.
  private func run(_ arguments: [String], adding variables: [String: String] = [:]) async throws -> ProgramRun {
    let home = try TemporaryFolder()
    defer { withExtendedLifetime(home) {} }
    let environment = ["HOME": home.url.path, "PATH": "/usr/bin:/bin"].merging(variables) { _, new in new }
    return try await ProgramRun.of(try Repository.fazmLinux(), arguments, environment: environment)
  }
}
