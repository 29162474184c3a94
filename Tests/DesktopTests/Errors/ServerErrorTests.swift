import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// What a server can answer instead of a reply.
@Suite(.desktopWithDialog, .serialized) struct ServerErrorTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    let script: [ScriptedReply]
    let code: ExitCode
    let words: [String]
    let errorType: String
    var options: [String] = []
    /// With the first reply that is not retried; more are scripted to show that they are not asked for.
    var requests = 1
    var testDescription: String { name }
  }

  static let refusals = [
    Refusal(
      name: "a rejected key", script: [.status(401)], code: .rejectedKey,
      words: ["ANTHROPIC_AUTH_TOKEN", "check that it is complete"], errorType: "rejected_credential"),
    Refusal(
      name: "no credit", script: [.status(402, message: "your card has expired")], code: .spendCap,
      words: ["add credit", "your card has expired"], errorType: "billing"),
    Refusal(
      name: "a key without the right", script: [.status(403)], code: .rejectedKey,
      words: ["use one that is, or another model"], errorType: "forbidden"),
    Refusal(
      name: "an unknown model", script: [.status(404)], code: .unknownModel,
      words: ["knows no model “claude-nobody”", "--model"], errorType: "unknown_model",
      options: ["--model", "claude-nobody"]),
    Refusal(
      name: "a request that is not accepted", script: [.status(400, message: "too odd")], code: .badRequest,
      words: ["start the task anew", "too odd"], errorType: "bad_request"),
    Refusal(
      name: "a redirect", script: [.status(307).header("location", "https://elsewhere.example/")], code: .badRequest,
      words: ["redirects to https://elsewhere.example/", "ANTHROPIC_BASE_URL"], errorType: "bad_request"),
    Refusal(
      name: "a rate limit that is too long to wait for", script: [.status(429, retryAfter: 3600)], code: .rateLimited,
      words: ["asks to wait 3600 s"], errorType: "rate_limited"),
    Refusal(
      name: "a spend cap", script: [.status(429, message: "monthly limit")], code: .spendCap,
      words: ["raise it in the account's settings", "monthly limit"], errorType: "spend_cap"),
    Refusal(
      name: "a spend limit with a date",
      script: [.status(400, message: "You have reached your API usage limits, until 2027-01-01 at 00:00 UTC.")],
      code: .spendCap, words: ["wait until 202", "--continue", "--billing MODE"], errorType: "spend_cap"),
    Refusal(
      name: "a plan that does not cover this",
      script: [.status(400, message: "Third-party apps now draw from your extra usage, not your plan limits.")],
      code: .spendCap, words: ["claude.ai/settings/usage", "--continue"], errorType: "third_party_use"),
    Refusal(
      name: "overload", script: [.status(529), .status(529), .status(529)], code: .overloaded,
      words: ["overloaded", "try again in some minutes"], errorType: "overloaded", requests: 3),
    Refusal(
      name: "a page that is no reply", script: [.raw("<html>Please log in</html>")], code: .badReply,
      words: ["no reply of the Messages API: check the address", "Please log in"], errorType: "malformed_reply"),
    Refusal(
      name: "a connection that breaks off", script: [.dropped], code: .unreachable,
      words: ["may have been billed", "--continue"], errorType: "broken_off"),
  ]

  @Test(arguments: refusals) func `ends the task with its own code`(refusal: Refusal) async throws {
    let bench = try TaskBench(refusal.script + [.reply("type \"too late\"")])
    let run = try await bench.run(refusal.options + ["--quiet", "Fill in the form"])
    expectFailure(run, refusal.code)
    #expect(run.output.isEmpty)
    for words in refusal.words { #expect(run.errors.contains(words)) }
    #expect(try bench.requestCount() == refusal.requests)

    let turns = try await bench.turns().turns
    #expect(turns.map(\.state) == ["failed"])
    #expect(turns.map(\.errorType) == [refusal.errorType])
    #expect(try await bench.tasks().map(\.state) == ["error"])
    try await expectUntouched(bench)
  }

  @Test func `programs are told when a limit resets`() async throws {
    let bench = try TaskBench(.status(400, message: "API usage limits reached until 2027-01-01 at 00:00 UTC."))
    let end = try #require(try await bench.run("--json", "Fill in the form").events.last)
    #expect(end["resets_at"] == "2027-01-01T00:00:00Z")
    #expect(end["exit_code"].number == Int(ExitCode.spendCap.rawValue))
  }

  @Test func `a server that cannot be reached`() async throws {
    let bench = try TaskBench()
    let run = try await bench.run("--quiet", "Fill in the form", adding: ["ANTHROPIC_BASE_URL": "http://127.0.0.1:9"])
    expectFailure(run, .unreachable, saying: "127.0.0.1:9 did not answer")
    let turns = try await bench.turns()
    #expect(turns.turns.map(\.state) == ["failed"])
    #expect(turns.totals.totalCostNanoUSD == 0)
  }

  @Test func `a rate limit is waited for, and said`() async throws {
    let bench = try TaskBench(.status(429, retryAfter: 1), .reply("done \"Filled in.\""))
    let run = try await bench.run("Fill in the form")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("rate limited, trying again in 1 s (1 of 2)"))
    #expect(try await bench.turns().turns.map(\.retries) == [1])
  }

  @Test func `a server that wants a credential when none is set`() async throws {
    let bench = try TaskBench(.status(401))
    let run = try await bench.run("--quiet", "Fill in the form", adding: ["ANTHROPIC_AUTH_TOKEN": ""])
    expectFailure(run, .missingKey, saying: "set ANTHROPIC_AUTH_TOKEN")
  }

  @Test(arguments: [
    (["ANTHROPIC_API_KEY": ""], ExitCode.missingKey, "set ANTHROPIC_API_KEY"),
    (["ANTHROPIC_API_KEY": "two words"], .rejectedKey, "copy the key again"),
    (["ANTHROPIC_API_KEY": "sk-ant-oat01-abc"], .rejectedKey, "use an API key"),
  ])
  func `a key that cannot be used`(variables: [String: String], code: ExitCode, words: String) async throws {
    let bench = try TaskBench()
    let run = try await bench.run("--billing", "api", "Fill in the form", adding: variables)
    expectFailure(run, code, saying: words)
    #expect(try await bench.tasks().isEmpty)
  }

  private func expectUntouched(_ bench: TaskBench) async throws {
    #expect(try await bench.desktop.dialogEntry().contains("too late") == false)
  }
}
