import Foundation
import TestSupport
import Testing

@testable import Model

/// Agents that are not there, want a login, speak otherwise, fail, hang or end.
@Suite struct ACPErrorTests {
  private func failure(_ agent: FakeAgent, startTimeout: Duration = .seconds(60)) async -> ModelError? {
    do throws(ModelError) {
      let model = try await agent.connect(startTimeout: startTimeout)
      await model.close()
      return nil
    } catch {
      return error
    }
  }

  @Test func commandThatIsNotThere() async throws {
    await #expect(throws: ModelError.notInstalled(program: "no-such-agent")) {
      try await ACPModel.connect(command: ["no-such-agent", "acp"], environment: ["PATH": "/usr/bin"])
    }
    await #expect {
      try await ACPModel.connect(command: [], environment: [:])
    } throws: {
      "\($0)".contains("--agent")
    }
  }

  private static let authenticationRequired: JSON = ["error": ["code": -32000, "message": "Authentication required"]]

  @Test(
    arguments: [
      ([["id": "g", "name": "Log in with Google"]], "log in to it in a terminal: Log in with Google"),
      (
        [["id": "k", "name": "Key", "type": "env_var", "vars": [["name": "GEMINI_API_KEY"]]]], "set GEMINI_API_KEY"
      ),
      (
        [
          ["id": "a", "name": "A", "description": "with a\u{1B}[31m browser"],
          ["id": "b", "name": "B", "type": "env_var", "vars": [["name": "X"], ["name": "Y"]]],
        ], "log in to it in a terminal: A (with a [31m browser), or set X and Y"
      ),
      ([], "log in with its own program in a terminal"),
    ] as [([JSON], String)])
  func loginIsTheAgentsOwn(methods: [JSON], remedy: String) async throws {
    let greeting: JSON = ["protocolVersion": 1, "agentInfo": ["name": "fake"], "authMethods": .array(methods)]
    let agent = try FakeAgent(greeting: greeting, sessions: [Self.authenticationRequired])
    #expect(await failure(agent) == .notLoggedIn(program: "fake", remedy: remedy))
  }

  @Test func loginInATerminalNamesTheCommand() async throws {
    let greeting: JSON = [
      "protocolVersion": 1, "authMethods": [["id": "t", "name": "T", "type": "terminal", "args": ["--login"]]],
    ]
    let agent = try FakeAgent(greeting: greeting, sessions: [Self.authenticationRequired])
    guard case .notLoggedIn(_, let remedy) = await failure(agent) else {
      Issue.record("logged in")
      return
    }
    #expect(remedy == "run \(agent.command.joined(separator: " ")) --login in a terminal")
  }

  @Test func loginThatEndsInMidTask() async throws {
    let agent = try FakeAgent(turns: [["error": ["code": -32000, "message": "Authentication required"]]])
    let model = try await agent.connect()
    let expected = ModelError.notLoggedIn(
      program: "Fake Agent", remedy: "log in with its own program in a terminal")
    await #expect(throws: expected) { try await model.reply(to: .hello) }
  }

  @Test(arguments: [["protocolVersion": 2], ["protocolVersion": "1"], [:], []] as [JSON])
  func otherProtocol(greeting: JSON) async throws {
    let expected = ModelError.incompatible(
      program: "fake-agent", reason: "it does not offer version 1 of the Agent Client Protocol")
    #expect(await failure(try FakeAgent(greeting: greeting)) == expected)
  }

  @Test func sessionWithoutAnID() async throws {
    let expected = ModelError.incompatible(program: "Fake Agent", reason: "it gave a session without an id")
    #expect(await failure(try FakeAgent(sessions: [[:]])) == expected)
  }

  @Test func agentThatDoesNotStart() async throws {
    #expect(
      await failure(try FakeAgent(greeting: nil), startTimeout: .milliseconds(300))
        == .timedOut(host: "fake-agent", seconds: 1))
    await #expect(throws: ModelError.programEnded(program: "false", reason: "exit code 1")) {
      try await ACPModel.connect(command: ["/bin/false"], environment: [:])
    }
  }

  @Test func cancellingEndsTheStart() async throws {
    let agent = try FakeAgent(greeting: nil)
    let start = Task { await failure(agent) }
    start.cancel()
    #expect(await start.value == .cancelled)
  }

  private static let reset = Date(timeIntervalSince1970: 1_795_164_562)

  /// As the adapter of Claude Code tells it.
  private static let planLimit: JSON = [
    "update": [
      "sessionUpdate": "usage_update", "used": 1, "size": 2,
      "_meta": [
        "_claude/rateLimit": ["status": "rejected", "resetsAt": 1_795_164_562, "rateLimitType": "five_hour"]
      ],
    ]
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let turn: [JSON]
    let error: ModelError
    var testDescription: String { "\(error)" }

    init(_ turn: [JSON], _ error: ModelError) {
      self.turn = turn
      self.error = error
    }

    static func error(
      _ message: String, details: String? = nil, kind: String? = nil, code: Int = -32603
    ) -> [JSON] {
      var members: [String: JSON] = ["code": .number(code), "message": .string(message)]
      if let details { members["data"] = ["details": .string(details)] }
      if let kind { members["data"] = ["errorKind": .string(kind)] }
      return [["error": .object(members)]]
    }
  }

  @Test(arguments: [
    Case(
      Case.error("Internal error", details: "it\nbroke"),
      .programFailed(program: "Fake Agent", message: "Internal error: it broke")),
    Case(
      Case.error("Internal error", details: "Claude AI usage limit reached|1795164562"),
      .limitReached(limit: "The limit of Fake Agent", resetsAt: reset)),
    Case(
      Case.error("You've hit your limit", kind: "rate_limit"),
      .limitReached(limit: "The limit of Fake Agent", resetsAt: nil)),
    Case([planLimit] + Case.error("It broke"), .limitReached(limit: "The plan's five-hour limit", resetsAt: reset)),
    Case(
      [planLimit, .chunk("You've hit your session limit"), .turnEnds()],
      .limitReached(limit: "The limit of Fake Agent", resetsAt: reset)),
    Case(Case.error("slow down", kind: "rate_limit"), .rateLimited(retryAfter: 60, requestID: nil)),
    Case(Case.error("Rate limit exceeded. Try again later."), .rateLimited(retryAfter: 60, requestID: nil)),
    Case(Case.error("slow down", code: 429), .rateLimited(retryAfter: 60, requestID: nil)),
    Case(Case.error("no card", kind: "billing_error"), .billing(message: "no card", requestID: nil)),
    Case(Case.error("no card", code: 402), .billing(message: "no card", requestID: nil)),
    Case(Case.error("not you", code: 403), .forbidden(message: "not you", requestID: nil)),
    Case(
      Case.error("expired", kind: "authentication_failed"),
      .notLoggedIn(program: "Fake Agent", remedy: "log in with its own program in a terminal")),
    Case(
      Case.error("expired", code: 401),
      .notLoggedIn(program: "Fake Agent", remedy: "log in with its own program in a terminal")),
    Case(
      Case.error("Third-party apps now draw from your extra usage, not your plan limits."),
      .thirdPartyUse(message: "Third-party apps now draw from your extra usage, not your plan limits.")),
    Case(
      Case.error(
        "You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC."),
      .spendCap(
        message: "You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.",
        resetsAt: Date(timeIntervalSince1970: 1_796_083_200), requestID: nil)),
    Case(Case.error("Quota exceeded"), .limitReached(limit: "The limit of Fake Agent", resetsAt: nil)),
    Case(
      Case.error("Your credit balance is too low"),
      .billing(message: "Your credit balance is too low", requestID: nil)),
    Case(Case.error("You're out of extra usage"), .noExtraUsage(message: "You're out of extra usage", resetsAt: nil)),
    Case(
      [.turnEnds("cancelled")], .programFailed(program: "Fake Agent", message: "it broke off by itself")),
    Case([["answer": [:]]], .incompatible(program: "Fake Agent", reason: "its answer has no stop reason")),
    Case(
      [["complain": "oh"], ["exit": 3]], .programEnded(program: "Fake Agent", reason: "exit code 3: oh")),
    Case([["signal": 9]], .programEnded(program: "Fake Agent", reason: "killed by signal 9")),
  ])
  func failure(of fault: Case) async throws {
    let agent = try FakeAgent(turns: [.total(11)] + fault.turn, .agentSays("back"))
    let model = try await agent.connect()
    await #expect(throws: fault.error) { try await model.reply(to: .hello) }
    #expect(await model.totalAfterFailure()?.amount == NanoDollars(rawValue: 11))
    // It can be asked again, in a new process.
    #expect(try await model.reply(to: .hello).text == "back")
    #expect(try agent.runs().count == 2)
    await model.close()
  }

  @Test func cancellingIsToldAndItsCostCounts() async throws {
    let agent = try FakeAgent(turns: [.chunk("cl"), .untilCancelled, .total(41_500), .turnEnds("cancelled")])
    let model = try await agent.connect()
    #expect(try await cancel(agent, model) == .cancelled)
    #expect(await model.totalAfterFailure()?.amount == NanoDollars(rawValue: 41_500))
    #expect(try agent.lines().last == ["jsonrpc": "2.0", "method": "session/cancel", "params": ["sessionId": "s1"]])
  }

  @Test func whoDoesNotListenIsKilled() async throws {
    let agent = try FakeAgent(turns: [["hang": true]])
    let model = try await agent.connect(grace: .milliseconds(50))
    #expect(try await cancel(agent, model) == .cancelled)
    #expect(await model.totalAfterFailure() == nil)
  }

  /// Cancels a call once the agent has been told the message.
  private func cancel(_ agent: FakeAgent, _ model: ACPModel) async throws -> ModelError? {
    let call = Task { await model.failure() }
    while try agent.prompts().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    call.cancel()
    return await call.value
  }
}
