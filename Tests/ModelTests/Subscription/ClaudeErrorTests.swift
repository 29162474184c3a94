import Foundation
import TestSupport
import Testing

@testable import Model

/// Every way in which a turn of `claude` fails, with the codes that the real program gives.
@Suite struct ClaudeErrorTests {
  private static let reset = Date(timeIntervalSince1970: 1_795_164_562)

  private static func limit(_ kind: String?, overage: String? = nil) -> JSON {
    var members: [String: JSON] = ["status": "rejected", "isUsingOverage": false]
    members["rateLimitType"] = kind.map(JSON.string)
    members["resetsAt"] = kind.map { _ in 1_795_164_562 }
    members["overageStatus"] = overage.map(JSON.string)
    return .object(members)
  }

  private static let quoted =
    #"{"type":"error","error":{"type":"rate_limit_error","message":"Until 2026-12-01 at 00:00 UTC.","#
    + #""details":{"error_code":"enforced_spend_limit_reached"}},"request_id":"req_9"}"#

  struct Case: Sendable, CustomTestStringConvertible {
    let turn: [JSON]
    let error: ModelError

    init(_ turn: [JSON], _ error: ModelError) {
      self.turn = turn
      self.error = error
    }

    var testDescription: String { "\(error)" }
  }

  @Test(arguments: [
    Case(
      .failure(status: 401, word: "authentication_failed", text: "Failed to authenticate. API Error: 401 expired"),
      ClaudeProgram.notLoggedIn),
    Case(.failure(word: "authentication_failed", text: "Not logged in · Please run /login"), ClaudeProgram.notLoggedIn),
    Case(.failure(text: "Not logged in · Please run /login"), ClaudeProgram.notLoggedIn),
    Case(.failure(status: 402, word: "unknown", text: "no money"), .billing(message: "no money", requestID: nil)),
    Case(
      .failure(status: 400, word: "billing_error", text: "Credit balance is too low"),
      .billing(message: "Credit balance is too low", requestID: nil)),
    Case(
      .failure(status: 400, text: "Your credit balance is too low"),
      .billing(message: "Your credit balance is too low", requestID: nil)),
    Case(
      .failure(status: 403, word: "authentication_failed", text: "Failed to authenticate. API Error: 403 not you"),
      .forbidden(message: "Failed to authenticate. API Error: 403 not you", requestID: nil)),
    Case(.failure(status: 403, text: "not you"), .forbidden(message: "not you", requestID: nil)),
    Case(
      .failure(status: 404, word: "model_not_found", text: "There's an issue with the selected model"),
      .unknownModel("claude-haiku-5-5", requestID: nil)),
    Case(
      .failure(status: 429, word: "rate_limit", text: "Server is temporarily limiting requests", limit: limit(nil)),
      .rateLimited(retryAfter: 60, requestID: nil)),
    Case(
      .failure(
        status: 429, word: "rate_limit", text: "You've hit your 5-hour limit · resets 8:49am (UTC)",
        limit: limit("five_hour"), apiError: "usage_limit_reached"),
      .limitReached(limit: "The plan's five-hour limit", resetsAt: reset)),
    Case(
      [["print": ["type": "rate_limit_event", "rate_limit_info": limit("seven_day_opus")]]]
        + .failure(status: 429, word: "rate_limit", text: "limit"),
      .limitReached(limit: "The plan's weekly limit for Opus", resetsAt: reset)),
    Case(
      .failure(
        status: 429, word: "rate_limit", text: "You're out of usage credits",
        limit: limit("overage", overage: "rejected")
      ), .noExtraUsage(message: "You're out of usage credits", resetsAt: reset)),
    Case(
      .failure(status: 400, text: "Third-party apps now draw from your extra usage, not your plan limits."),
      .thirdPartyUse(message: "Third-party apps now draw from your extra usage, not your plan limits.")),
    Case(
      .failure(status: 400, word: "billing_error", text: "You're out of extra usage"),
      .noExtraUsage(message: "You're out of extra usage", resetsAt: nil)),
    Case(
      .failure(status: 429, word: "rate_limit", text: "Claude AI usage limit reached|1795164562"),
      .limitReached(limit: "The plan's limit", resetsAt: reset)),
    Case(.failure(text: "You've hit your limit"), .limitReached(limit: "The plan's limit", resetsAt: nil)),
    Case(
      [.start, .end("You've hit your session limit", nano: 0)],
      .limitReached(limit: "The plan's limit", resetsAt: nil)),
    Case(
      .failure(status: 400, text: "API Error: 400 \(quoted)"),
      .spendCap(
        message: "API Error: 400 \(quoted)", resetsAt: Date(timeIntervalSince1970: 1_796_083_200), requestID: "req_9")),
    Case(.failure(status: 529, word: "server_error", text: "x"), .overloaded(status: 529, requestID: nil)),
    Case(.failure(status: 500, text: "x"), .overloaded(status: 500, requestID: nil)),
    Case(
      .failure(status: 400, word: "invalid_request", text: "Prompt is too long\n\u{1B}[2J"),
      .badRequest(status: 400, message: "Prompt is too long [2J", requestID: nil)),
    Case(
      .failure(text: "API Error: Unable to connect to API: Self-signed certificate detected"),
      .untrusted(
        host: "api.anthropic.com", reason: "API Error: Unable to connect to API: Self-signed certificate detected")),
    Case(.failure(text: "novelty"), .programFailed(program: "claude", message: "novelty")),
    Case([["exit": 0]], .programEnded(program: "claude", reason: "exit code 0")),
    Case([.start, ["complain": "oh"], ["exit": 3]], .programEnded(program: "claude", reason: "exit code 3: oh")),
    Case([.start, ["signal": 9]], .programEnded(program: "claude", reason: "killed by signal 9")),
    Case(
      [["complain": "error: unknown option '--effort'"], ["exit": 1]],
      .incompatible(program: "claude", reason: "exit code 1: error: unknown option '--effort'")),
  ])
  func failure(of fault: Case) async throws {
    let claude = try FakeClaude(turns: fault.turn, .answer("back", nano: 1, session: "s2"))
    let model = try await claude.connect()
    await #expect(throws: fault.error) { try await model.reply(to: .hello) }
    // It can be asked again, in a new process.
    #expect(try await model.reply(to: .hello).text == "back")
    #expect(try claude.runs().count == 2)
    await model.close()
  }

  @Test func keyOfSomebodyElseEndsTheTurn() async throws {
    let turn: [JSON] = [
      ["print": ["type": "system", "subtype": "init", "apiKeySource": "apiKeyHelper"]], .untilInterrupted,
      .brokenOff(nano: 5),
    ]
    let claude = try FakeClaude(turns: turn)
    let model = try await claude.connect()
    let expected = ModelError.otherPayer(program: "claude", payer: "the API credit of apiKeyHelper")
    await #expect(throws: expected) { try await model.reply(to: .hello) }
  }

  @Test func waitsAreToldAndCounted() async throws {
    let retry: JSON = [
      "print": [
        "type": "system", "subtype": "api_retry", "attempt": 1, "max_retries": 2, "retry_delay_ms": 5422,
        "error_status": 429, "error": "rate_limit",
      ]
    ]
    let claude = try FakeClaude(
      turns: [retry] + .answer("back"), [retry] + .failure(status: 429, word: "rate_limit", text: "limit"))
    let model = try await claude.connect()
    #expect(try await model.reply(to: .hello).retries == 1)
    #expect(claude.retries.all.map(\.description) == ["rate limited, trying again in 6 s (1 of 2)"])
    await #expect(throws: ModelError.rateLimited(retryAfter: 6, requestID: nil)) { try await model.reply(to: .hello) }
  }

  @Test(
    arguments: [
      (["error_status": 402, "retry_delay_ms": 5], ModelError.billing(message: "", requestID: nil)),
      (["error_status": 429, "error": "billing_error"], .billing(message: "", requestID: nil)),
      (["error_status": 429, "retry_delay_ms": 61_000], .rateLimited(retryAfter: 61, requestID: nil)),
      (["error_status": 529, "retry_delay_ms": 61_000], .overloaded(status: 529, requestID: nil)),
      (
        ["retry_delay_ms": 5],
        .brokenOff(host: "api.anthropic.com", reason: "claude tells of a connection that failed")
      ),
    ] as [([String: JSON], ModelError)])
  func waitThatIsNoUseIsBrokenOff(fields: [String: JSON], error: ModelError) async throws {
    let line = fields.merging(["type": "system", "subtype": "api_retry"]) { $1 }
    let claude = try FakeClaude(turns: [.start, ["print": .object(line)], .untilInterrupted, .brokenOff(nano: 0)])
    let model = try await claude.connect()
    await #expect(throws: error) { try await model.reply(to: .hello) }
    #expect(claude.retries.all.isEmpty)
  }

  @Test func extraUsageIsSaidOnce() async throws {
    let event: JSON = [
      "print": [
        "type": "rate_limit_event",
        "rate_limit_info": ["status": "allowed", "isUsingOverage": true, "rateLimitType": "five_hour"],
      ]
    ]
    let claude = try FakeClaude(turns: [event] + .answer("one"), [event] + .answer("two"))
    let model = try await claude.connect()
    var request = ModelRequest.hello
    request.messages += [try await model.reply(to: request).message, Message(.user, text: "next")]
    _ = try await model.reply(to: request)
    #expect(claude.notices.all.count == 1)
    #expect(claude.notices.all.first?.contains("extra usage") == true)
    await model.close()
  }
}
