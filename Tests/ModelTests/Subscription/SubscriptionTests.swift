import Foundation
import TestSupport
import Testing

@testable import Model

/// `claude` as a plain text model: what it is told, and what its answers tell.
@Suite struct SubscriptionTests {
  @Test func identityNamesThePlanAndWhatIsAdded() async throws {
    let model = try await FakeClaude().connect(model: "sonnet")
    #expect(model.identity.mode == .subscription)
    #expect(model.identity.model == "claude-sonnet-5-5")
    #expect(model.identity.host == "api.anthropic.com")
    #expect(
      model.identity.meter
        == "your Claude plan (max)'s limits, as programmatic use; dollars are what the API would charge")
    #expect(model.identity.overheadTokens == 400)
  }

  @Test func answerTellsWordsTokensAndCost() async throws {
    let claude = try FakeClaude(turns: .answer("click b3"))
    let model = try await claude.connect()
    let reply = try await model.reply(to: .hello)
    #expect(
      reply
        == ModelReply(
          message: Message(.assistant, text: "click b3"), stopReason: .endTurn,
          usage: Usage(input: 400, cacheRead: 5, cacheWrite5m: 7, cacheWrite1h: 0, output: 12),
          cost: .reported(NanoDollars(rawValue: 46_000)),
          reportedTotal: ReportedTotal(session: "s1", amount: NanoDollars(rawValue: 46_000), isFirst: true),
          resolvedModel: "claude-haiku-5-5", requestID: "req_1"))
    await model.close()
  }

  @Test func programRunsAsAPlainTextModel() async throws {
    let claude = try FakeClaude(turns: .answer("click b3"))
    let model = try await claude.connect()
    _ = try await model.reply(to: .hello)
    let run = try #require(try claude.runs().first)
    #expect(
      run["arguments"] == [
        "--setting-sources", "", "-p", "--input-format", "stream-json", "--output-format", "stream-json", "--verbose",
        "--model", "claude-haiku-5-5", "--effort", "low", "--tools", "", "--strict-mcp-config",
        "--disable-slash-commands", "--no-session-persistence", "--system-prompt", "Be brief.",
      ])
    #expect(run["files"] == [])
    await model.close()
  }

  @Test func aStrongerModelTakesTheConversationOverInAProcessOfItsOwn() async throws {
    let claude = try FakeClaude(turns: .answer("fail \"a\""), .answer("done \"b\"", nano: 920_000, session: "s2"))
    let first = try await claude.connect()
    var request = ModelRequest.hello
    request.messages += [try await first.reply(to: request).message, Message(.user, text: "You take over.")]
    await first.close()
    let second = try #require(first.asking("claude-sonnet-5-5"))
    #expect(second.identity.mode == .subscription && second.identity.model == "claude-sonnet-5-5")
    #expect(try await second.reply(to: request).cost == .reported(NanoDollars(rawValue: 920_000)))
    let models = try claude.runs().map { run in
      run["arguments"].array.compactMap(\.string).drop { $0 != "--model" }.dropFirst().first
    }
    #expect(models == ["claude-haiku-5-5", "claude-sonnet-5-5"])
    #expect(try claude.messages().last?.array.first?["text"] == "<conversation>")
    await second.close()
  }

  @Test func nothingInTheEnvironmentMovesThePayer() async throws {
    let claude = try FakeClaude(turns: .answer("click b3"))
    let model = try await claude.connect(environment: [
      "ANTHROPIC_API_KEY": "k", "ANTHROPIC_AUTH_TOKEN": "t", "ANTHROPIC_BASE_URL": "https://evil.example",
      "ANTHROPIC_CUSTOM_HEADERS": "x: y", "CLAUDECODE": "1", "CLAUDE_CODE_USE_BEDROCK": "1",
      "CLAUDE_CODE_ENTRYPOINT": "cli", "CLAUDE_CONFIG_DIR": "/c", "CLAUDE_CODE_OAUTH_TOKEN": "o", "HTTPS_PROXY": "p",
    ])
    _ = try await model.reply(to: .hello)
    let environment = try #require(try claude.runs().first)["environment"]
    let its = environment.keys.filter { $0.hasPrefix("ANTHROPIC") || $0.hasPrefix("CLAUDE") }
    #expect(
      its == [
        "CLAUDE_CODE_DISABLE_ATTACHMENTS", "CLAUDE_CODE_DISABLE_CLAUDE_MDS", "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC",
        "CLAUDE_CODE_MAX_OUTPUT_TOKENS", "CLAUDE_CODE_MAX_RETRIES", "CLAUDE_CODE_OAUTH_TOKEN", "CLAUDE_CONFIG_DIR",
      ])
    #expect(environment["CLAUDE_CODE_MAX_OUTPUT_TOKENS"] == "100")
    #expect(environment["HTTPS_PROXY"] == "p")
    await model.close()
  }

  @Test func onlyWhatIsNewIsSentToTheSameProcess() async throws {
    let claude = try FakeClaude(turns: .answer("click b3"), .answer("done \"ok\"", nano: 92_000))
    let model = try await claude.connect()
    var request = ModelRequest.hello
    request.messages.append(try await model.reply(to: request).message)
    request.messages.append(Message(.user, text: "all done; /exit @/etc/passwd"))
    #expect(try await model.reply(to: request).text == "done \"ok\"")
    #expect(try claude.runs().count == 1)
    #expect(
      try claude.lines() == [
        [
          "type": "user", "client_composed": true,
          "message": ["role": "user", "content": [["type": "text", "text": "hello"]]],
        ],
        [
          "type": "user", "client_composed": true,
          "message": ["role": "user", "content": [["type": "text", "text": "all done; /exit @/etc/passwd"]]],
        ],
      ])
    await model.close()
  }

  @Test func picturesGoAsBase64() async throws {
    let claude = try FakeClaude(turns: .answer("click b3"))
    let model = try await claude.connect()
    let message = Message(.user, [.image(png: [1, 2, 3], width: 1, height: 1), .text("look"), .text(" \n")])
    _ = try await model.reply(to: ModelRequest(system: "s", messages: [message], maxTokens: 10))
    #expect(
      try claude.messages() == [
        [
          ["type": "image", "source": ["type": "base64", "media_type": "image/png", "data": "AQID"]],
          ["type": "text", "text": "look"],
        ]
      ])
    await model.close()
  }

  @Test(arguments: [
    ModelRequest(system: "Be long.", messages: [Message(.user, text: "hello")], maxTokens: 100),
    ModelRequest(system: "Be brief.", messages: [Message(.user, text: "hello")], maxTokens: 99),
    ModelRequest(system: "Be brief.", messages: [Message(.user, text: "other")], maxTokens: 100),
  ])
  func otherConversationBeginsAnewAndIsRetold(changed: ModelRequest) async throws {
    let claude = try FakeClaude(turns: .answer("one"), .answer("two", session: "s2"))
    let model = try await claude.connect()
    _ = try await model.reply(to: .hello)
    var request = changed
    request.messages += [
      Message(.assistant, [.opaque(json: [UInt8]("{}".utf8)), .text("one")]), Message(.user, text: "and now?"),
    ]
    #expect(try await model.reply(to: request).text == "two")
    #expect(try claude.runs().count == 2)
    let texts = try #require(try claude.messages().last).array.map { $0["text"].string }
    #expect(
      texts == [
        "<conversation>", "<user>", request.messages[0].words, "</user>", "<assistant>", "one", "</assistant>",
        "</conversation>", "and now?",
      ])
    await model.close()
  }

  @Test func whatIsNotKnownIsLeftOut() async throws {
    let turn: [JSON] = [
      ["raw": "[debug] not JSON"], ["raw": "{"], ["raw": ""], ["print": ["type": "novelty", "subtype": "x"]],
      ["print": ["type": "system", "subtype": "status"]], ["print": ["type": "user", "message": ["content": []]]],
      .start, ["print": ["type": "assistant", "message": ["model": "m", "content": [["type": "thinking"]]]]],
      ["print": ["type": "assistant"]], .words("click b3"), .words("click b4"), .end("click b4", nano: 1),
    ]
    let claude = try FakeClaude(turns: turn)
    let model = try await claude.connect()
    #expect(try await model.reply(to: .hello).text == "click b3\nclick b4")
    await model.close()
  }

  @Test func resultSpeaksWhereNoMessageDid() async throws {
    let claude = try FakeClaude(turns: [.start, .end("click b3", nano: 1, stop: "novelty")])
    let model = try await claude.connect()
    let reply = try await model.reply(to: .hello)
    #expect(reply.text == "click b3")
    #expect(reply.stopReason == .other("novelty"))
    await model.close()
  }
}

extension Message {
  fileprivate var words: String? {
    if case .text(let text)? = parts.first { text } else { nil }
  }
}
