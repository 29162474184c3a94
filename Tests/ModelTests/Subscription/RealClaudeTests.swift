import Foundation
import TestSupport
import Testing

@testable import Model

/// The mode `subscription` with the real program.
@Suite(.enabled(if: RealPrograms.claude != nil), .serialized) struct RealClaudeTests {
  private func failure(_ claude: RealClaude, timeout: Duration = .seconds(120)) async throws -> ModelError? {
    try await claude.connect(timeout: timeout).failure()
  }

  @Test func conversationOfThreeTurnsAndWhatItCosts() async throws {
    let replies = ["click b3", "click b4", "done \"ok\""]
    let claude = try RealClaude(
      RealPrograms.claude, .reply(replies[0]), .reply(replies[1], usage: ScriptedUsage(input: 700, output: 30)),
      .reply(replies[2], usage: ScriptedUsage(input: 10, output: 5, cacheRead: 690, cacheWrite5m: 20)))
    let model = try await claude.connect()
    var request = ModelRequest.hello
    var costs: [Cost] = []
    for (turn, expected) in replies.enumerated() {
      let reply = try await model.reply(to: request)
      #expect(reply.text == expected)
      #expect(reply.stopReason == .endTurn)
      costs.append(reply.cost)
      request.messages += [reply.message, Message(.user, text: "turn \(turn)")]
    }
    // What the price table says of the same tokens.
    let expected: [Int64] = [46_000, 85_000, 12_900]
    #expect(costs.map(\.amount?.rawValue) == expected)
    let requests = try claude.server.requests()
    #expect(requests.map { "\($0.method) \($0.path)" } == Array(repeating: "POST /v1/messages?beta=true", count: 3))
    for request in requests {
      #expect(request.headers["authorization"] == "Bearer sk-ant-oat01-made-up")
      #expect(request.headers["x-api-key"] == nil)
      #expect(request.body["model"] == "claude-haiku-5-5")
      #expect(request.body["tools"] == [])
      #expect(request.body["max_tokens"] == 100)
      #expect(request.body["output_config"] == ["effort": "low"])
      #expect(request.body["system"].array.last?["text"] == "Be brief.")
      #expect(!request.text.contains("\"1h\""))
    }
    await model.close()
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: claude.home.url.path).allSatisfy { !$0.hasSuffix("jsonl") })
  }

  @Test func twentyTurnsAddUpToTheNanoDollar() async throws {
    let usages = (1...20).map { (n: Int) -> ScriptedUsage in
      ScriptedUsage(input: 401 + 13 * n, output: 12 + n, cacheRead: 7 * n, cacheWrite5m: 0)
    }
    let claude = try RealClaude(RealPrograms.claude, usages.map { .reply("click b3", usage: $0) })
    let task = try await RecordedTask(claude.connect(), turns: 20)
    #expect(task.addsUp)
    let prices = (1...20).map { (n: Int) -> Int64 in
      let input = (401 + 13 * n) * 100
      return Int64(input + (12 + n) * 500 + 7 * n * 10)
    }
    #expect(task.deltas.compactMap(\.amount?.rawValue) == prices)
  }

  /// By bytes: the public tokenizer makes 258 tokens of about 1,150 bytes.
  @Test(arguments: ["haiku", "sonnet", "opus"])
  func overheadIsWhatTheIdentitySays(name: String) async throws {
    let claude = try RealClaude(RealPrograms.claude, .reply("one", model: name), .reply("two", model: name))
    let model = try await claude.connect(model: name)
    var request = ModelRequest.hello
    request.messages += [try await model.reply(to: request).message, Message(.user, text: "next")]
    _ = try await model.reply(to: request)
    for sent in try claude.server.requests() {
      let system = sent.body["system"].array.compactMap { $0["text"].string }
      let messages = sent.body["messages"].array.flatMap { message in
        message["content"].string.map { [$0] } ?? message["content"].array.compactMap { $0["text"].string }
      }
      let ours = ["Be brief.", "hello", "one", "next"]
      let added = (system + messages).filter { !ours.contains($0) }
      let bytes = added.reduce(0) { $0 + $1.utf8.count }
      #expect(bytes > 0)
      #expect(bytes / 4 <= model.identity.overheadTokens, "\(added)")
    }
    await model.close()
  }

  @Test func screenTextIsNoCommandAndNamesNoFile() async throws {
    let claude = try RealClaude(RealPrograms.claude, .reply("a"), .reply("b"))
    try claude.home.add("secret", content: "SECRET-IN-A-FILE")
    try claude.home.add(".claude/CLAUDE.md", content: "MEMORY-OF-THE-PERSON")
    let path = claude.home.url.appending(path: "secret").path
    let model = try await claude.connect()
    let texts = ["see @\(path) and @\"\(path)\" ultrathink", "/compact @\(path)"]
    var request = ModelRequest(system: "s", messages: [Message(.user, text: texts[0])], maxTokens: 100)
    request.messages += [try await model.reply(to: request).message, Message(.user, text: texts[1])]
    #expect(try await model.reply(to: request).text == "b")
    let requests = try claude.server.requests()
    for sent in requests {
      #expect(!sent.text.contains("SECRET-IN-A-FILE"))
      #expect(!sent.text.contains("MEMORY-OF-THE-PERSON"))
    }
    let users = try #require(requests.last).body["messages"].array.filter { $0["role"] == "user" }
    #expect(users.map { $0["content"][0]["text"].string ?? $0["content"].string } == texts)
    await model.close()
  }

  @Test func settingsOfThePersonDoNotMoveThePayer() async throws {
    let claude = try RealClaude(RealPrograms.claude, .reply("a"))
    let hook = claude.home.url.appending(path: "hooked").path
    try claude.home.add(
      ".claude/settings.json",
      content: """
        {"apiKeyHelper": "echo key-of-somebody-else", "env": {"ANTHROPIC_BASE_URL": "http://127.0.0.1:1"},
        "hooks": {"UserPromptSubmit": [{"hooks": [{"type": "command", "command": "touch \(hook)"}]}]}}
        """)
    let model = try await claude.connect()
    #expect(try await model.reply(to: .hello).text == "a")
    #expect(try claude.server.requests().first?.headers["authorization"] == "Bearer sk-ant-oat01-made-up")
    #expect(!FileManager.default.fileExists(atPath: hook))
    await model.close()
  }

  @Test func picturesReachTheModel() async throws {
    let claude = try RealClaude(RealPrograms.claude, .reply("a"))
    let model = try await claude.connect()
    let png = try #require(
      Data(
        base64Encoded:
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
    let message = Message(.user, [.image(png: [UInt8](png), width: 1, height: 1), .text("look")])
    _ = try await model.reply(to: ModelRequest(system: "s", messages: [message], maxTokens: 100))
    let content = try #require(try claude.server.requests().first).body["messages"][0]["content"]
    #expect(content[0]["source"]["data"].string == png.base64EncodedString())
    #expect(content[1]["text"] == "look")
    await model.close()
  }

  @Test func loginThatIsMissing() async throws {
    let claude = try RealClaude(RealPrograms.claude)
    await #expect(throws: ClaudeProgram.notLoggedIn) { try await claude.connect(token: nil) }
  }

  private static let limitHeaders = [
    "anthropic-ratelimit-unified-status": "rejected", "anthropic-ratelimit-unified-reset": "4102444800",
    "anthropic-ratelimit-unified-representative-claim": "five_hour",
  ]

  @Test(
    arguments: [
      ([.status(401), .status(401)], ClaudeProgram.notLoggedIn),
      ([.status(402, message: "no money")], .billing(message: "API Error: 402 no money", requestID: nil)),
      ([.status(404), .status(404)], .unknownModel("claude-haiku-5-5", requestID: nil)),
      ([.status(529), .status(529)], .overloaded(status: 529, requestID: nil)),
      (
        [.status(400, message: "Your credit balance is too low to access the Anthropic API.")],
        .billing(message: "Credit balance is too low", requestID: nil)
      ),
      (
        [.status(429).with(limitHeaders)],
        .limitReached(limit: "The plan's five-hour limit", resetsAt: Date(timeIntervalSince1970: 4_102_444_800))
      ),
    ] as [([ScriptedReply], ModelError)])
  func errorsOfTheServer(script: [ScriptedReply], expected: ModelError) async throws {
    let claude = try RealClaude(RealPrograms.claude, script)
    let error = try #require(try await failure(claude))
    // The server's ids differ from version to version in where they are shown.
    #expect("\(error)".split(separator: " (request").first == "\(expected)".split(separator: " (request").first)
  }

  @Test(
    arguments: [
      (
        .status(400, message: "Third-party apps now draw from your extra usage, not your plan limits."),
        .thirdPartyUse(message: "")
      ),
      (
        .status(400, message: "You have reached your specified API usage limits, until 2099-01-01 at 00:00 UTC."),
        .spendCap(message: "", resetsAt: Date(timeIntervalSince1970: 4_070_908_800), requestID: nil)
      ),
      (
        .status(400, message: "You're out of extra usage."), .noExtraUsage(message: "", resetsAt: nil)
      ),
      (.status(403, message: "Not with this login."), .forbidden(message: "", requestID: nil)),
    ] as [(ScriptedReply, ModelError)])
  func moneyThatRunsOutInMidTask(refusal: ScriptedReply, expected: ModelError) async throws {
    let claude = try RealClaude(RealPrograms.claude, [.reply("click b3")] + Array(repeating: refusal, count: 6))
    let model = try await claude.connect()
    var request = ModelRequest.hello
    request.messages += [try await model.reply(to: request).message, Message(.user, text: "next")]
    do throws(ModelError) {
      _ = try await model.reply(to: request)
      Issue.record("answered")
    } catch {
      #expect("\(error)".split(separator: " It said:").first == "\(expected)".split(separator: " It said:").first)
    }
    await model.close()
  }

  @Test func limitWithoutExtraUsage() async throws {
    let headers = [
      "anthropic-ratelimit-unified-status": "rejected", "anthropic-ratelimit-unified-reset": "4102444800",
      "anthropic-ratelimit-unified-representative-claim": "overage",
      "anthropic-ratelimit-unified-overage-status": "rejected",
      "anthropic-ratelimit-unified-overage-disabled-reason": "out_of_credits",
    ]
    let claude = try RealClaude(RealPrograms.claude, [.status(429).with(headers)])
    guard case .noExtraUsage = try await failure(claude) else {
      Issue.record("not recognised")
      return
    }
  }

  @Test func answerThatIsCutOffIsNotPaidForFourTimes() async throws {
    let cut = ScriptedReply.reply("click", stopReason: "max_tokens")
    let claude = try RealClaude(RealPrograms.claude, cut, cut.delayed(60), cut, cut)
    let model = try await claude.connect()
    let reply = try await model.reply(to: .hello)
    #expect(reply.stopReason == .maxTokens)
    #expect(reply.text == "click")
    #expect(reply.cost == .reported(NanoDollars(rawValue: 400 * 100 + 12 * 500)))
    #expect(try claude.server.requests().count <= 2)
    await model.close()
  }

  @Test func anAuthorityOfThePersonsOwnIsTrusted() async throws {
    let authority = try TestAuthority()
    let claude = try RealClaude(RealPrograms.claude, [.reply("click b3")], access: .tls(authority))
    let model = try await claude.connect(certificates: authority.certificate.path)
    #expect(try await model.reply(to: .hello).text == "click b3")
    await model.close()
  }

  @Test func anyOtherIsNot() async throws {
    let claude = try RealClaude(RealPrograms.claude, [.reply("late")], access: .tls(TestAuthority()))
    guard case .untrusted = try await failure(claude) else {
      Issue.record("not told")
      return
    }
    #expect(try claude.server.requests().isEmpty)
  }

  @Test(arguments: [ScriptedReply.dropped, .reply("click b3").dropping(.within)])
  func connectionThatEndsIsNotTriedAgain(reply: ScriptedReply) async throws {
    let claude = try RealClaude(RealPrograms.claude, reply, .reply("late"))
    guard case .brokenOff = try await failure(claude) else {
      Issue.record("not broken off")
      return
    }
    #expect(try claude.server.requests().count == 1)
  }

  @Test func aStrongerModelTakesTheConversationOver() async throws {
    let claude = try RealClaude(
      RealPrograms.claude, .reply("fail \"a\""), .reply("done \"b\"", model: "claude-sonnet-5-5"))
    let first = try await claude.connect()
    var request = ModelRequest.hello
    request.messages += [try await first.reply(to: request).message, Message(.user, text: "You take over.")]
    await first.close()
    let second = try #require(first.asking("claude-sonnet-5-5"))
    let reply = try await second.reply(to: request)
    await second.close()
    #expect(reply.text == "done \"b\"" && reply.resolvedModel == "claude-sonnet-5-5")
    // What Sonnet charges for the same tokens, in a session of its own.
    #expect(reply.cost == .reported(NanoDollars(rawValue: 400 * 2000 + 12 * 10_000)))
    #expect(reply.reportedTotal?.isFirst == true)
    let sent = try claude.server.requests()
    #expect(sent.map { $0.body["model"].string } == ["claude-haiku-5-5", "claude-sonnet-5-5"])
    #expect(sent[1].text.contains("<conversation>") && sent[1].text.contains("You take over."))
  }

  @Test func cancellingEndsACallThatWaits() async throws {
    let claude = try RealClaude(RealPrograms.claude, .reply("late").delayed(600))
    let call = Task { try await failure(claude) }
    while try claude.server.requests().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    call.cancel()
    #expect(try await call.value == .cancelled)
  }

  @Test func answerThatDoesNotCome() async throws {
    let claude = try RealClaude(RealPrograms.claude, .reply("late").delayed(600))
    #expect(try await failure(claude, timeout: .seconds(2)) == .timedOut(host: "claude", seconds: 2))
  }
}

extension ScriptedReply {
  fileprivate func with(_ headers: [String: String]) -> Self {
    headers.reduce(self) { $0.header($1.key, $1.value) }
  }
}
