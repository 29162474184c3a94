import Foundation
import TestSupport
import Testing

@testable import Model

/// Money or limits that run out, as servers of the Messages API tell it: by codes first, by words second.
@Suite struct MoneyErrorTests {
  private static let december = Date(timeIntervalSince1970: 1_796_083_200)
  private static let access = "You will regain access on 2026-12-01 at 00:00 UTC."
  private static let thirdParty =
    "Third-party apps now draw from your extra usage, not your plan limits. Add more at claude.ai/settings/usage."

  struct Case: Sendable, CustomTestStringConvertible {
    var status: Int
    var type = "invalid_request_error"
    var message: String
    var code: String?
    var headers: [String: String] = [:]
    var error: ModelError
    var testDescription: String { "\(status) \(type): \(message)" }

    var reply: ScriptedReply {
      var reply = ScriptedReply.status(status)
      var body: [String: JSON] = ["type": .string(type), "message": .string(message)]
      if let code { body["details"] = ["error_code": .string(code)] }
      reply.body = ["type": "error", "error": .object(body), "request_id": "req_test"]
      for (name, value) in headers { reply.headers[name] = value }
      return reply
    }
  }

  static let cases = [
    Case(
      status: 400, message: "You have reached your specified API usage limits. \(access)",
      error: .spendCap(
        message: "You have reached your specified API usage limits. \(access)", resetsAt: december,
        requestID: "req_test")),
    Case(
      status: 429, type: "rate_limit_error", message: "Spend limit reached. \(access)",
      code: "enforced_spend_limit_reached",
      error: .spendCap(message: "Spend limit reached. \(access)", resetsAt: december, requestID: "req_test")),
    Case(
      status: 429, type: "rate_limit_error", message: "No more.", code: "enforced_spend_limit_reached",
      error: .spendCap(message: "No more.", resetsAt: APIError.nextMonth(), requestID: "req_test")),
    Case(
      status: 429, type: "rate_limit_error", message: "No more.",
      error: .spendCap(message: "No more.", resetsAt: nil, requestID: "req_test")),
    Case(
      status: 429, type: "rate_limit_error", message: "This would exceed your account's rate limit.",
      headers: ["retry-after": "90"], error: .rateLimited(retryAfter: 90, requestID: "req_test")),
    Case(
      status: 400, message: "Your credit balance is too low to access the Anthropic API.",
      error: .billing(message: "Your credit balance is too low to access the Anthropic API.", requestID: "req_test")),
    Case(
      status: 400, type: "billing_error", message: "no card",
      error: .billing(message: "no card", requestID: "req_test")),
    Case(status: 402, type: "billing_error", message: "", error: .billing(message: "", requestID: "req_test")),
    Case(status: 400, message: thirdParty, error: .thirdPartyUse(message: thirdParty)),
    Case(
      status: 400, message: "You're out of extra usage. \(access)",
      error: .noExtraUsage(message: "You're out of extra usage. \(access)", resetsAt: december)),
    Case(
      status: 403, type: "permission_error", message: "Extra usage is required for long context requests.",
      error: .noExtraUsage(message: "Extra usage is required for long context requests.", resetsAt: nil)),
    Case(
      status: 403, type: "permission_error", message: "not you",
      error: .forbidden(message: "not you", requestID: "req_test")),
    Case(
      status: 400, type: "authentication_error", message: "who?",
      error: .rejectedCredential(variable: "ANTHROPIC_API_KEY", requestID: "req_test")),
    Case(
      status: 429, type: "rate_limit_error", message: "This would exceed your account's rate limit.",
      headers: [
        "retry-after": "7000", "anthropic-ratelimit-unified-status": "rejected",
        "anthropic-ratelimit-unified-reset": "1796083200",
        "anthropic-ratelimit-unified-representative-claim": "seven_day",
      ], error: .limitReached(limit: "The plan's weekly limit", resetsAt: december)),
    Case(
      status: 429, type: "rate_limit_error", message: "over",
      headers: [
        "retry-after": "7000", "anthropic-ratelimit-unified-status": "rejected",
        "anthropic-ratelimit-unified-representative-claim": "overage",
      ], error: .noExtraUsage(message: "over", resetsAt: nil)),
    Case(
      status: 400, message: "messages: text content blocks must be non-empty",
      error: .badRequest(
        status: 400, message: "messages: text content blocks must be non-empty", requestID: "req_test")),
  ]

  @Test(arguments: cases) func isRecognized(fault: Case) async throws {
    let bench = try Bench(.reply("click b3"), fault.reply, .reply("late"))
    let client = try bench.client()
    _ = try await client.reply(to: .hello)
    #expect(try await bench.failure(of: client) == fault.error)
    #expect(try bench.server.requests().count == 2)
    #expect(bench.waits.all.isEmpty)
  }

  @Test func isToldWithWhatToDoAndWhenItResets() {
    let time = ISO8601DateFormatter.string(
      from: Self.december, timeZone: .current, formatOptions: [.withFullDate, .withDashSeparatorInDate])
    for error: ModelError in [
      .spendCap(message: "", resetsAt: Self.december, requestID: nil),
      .limitReached(limit: "It", resetsAt: Self.december),
      .noExtraUsage(message: "", resetsAt: Self.december),
    ] {
      #expect(error.description.contains("until \(time) "))
      #expect(error.resetsAt == Self.december)
    }
    #expect(ModelError.thirdPartyUse(message: "").description.contains("claude.ai/settings/usage"))
    #expect(ModelError.rateLimited(retryAfter: 90, requestID: nil).description.contains("wait 90 s, until 20"))
  }

  @Test(arguments: [
    "Server is temporarily limiting requests (not your usage limit)", "Rate limit reached", "it broke", "",
    "This request would exceed your account's rate limit. Please try again later.",
  ])
  func otherWordsAreNotTakenForIt(message: String) {
    #expect(FailureWords.error(in: message, limit: "It") == nil)
  }

  @Test(arguments: [
    ("You've hit your session limit · resets 8:30am (America/Los_Angeles)", true), ("Credit balance is too low", true),
    ("API Error: 400 You're out of extra usage", true), ("done \"You've hit your limit\"", false),
    ("You've hit your head", false), ("You've hit your limit\nclick b3", false), ("API Error: what?", false),
  ])
  func aReplyIsTakenForAnErrorOnlyWhereItIsOne(text: String, isError: Bool) {
    #expect((FailureWords.error(inPlaceOfReply: text, limit: "It", resetsAt: nil) != nil) == isError)
  }
}
