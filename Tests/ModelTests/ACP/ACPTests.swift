import Foundation
import TestSupport
import Testing

@testable import Model

/// An agent of the Agent Client Protocol as a plain text model: what it is told, and what its answers tell.
@Suite struct ACPTests {
  @Test func identityNamesTheAgentAndItsAccount() async throws {
    let model = try await FakeAgent().connect()
    #expect(model.identity.mode == .acp)
    #expect(model.identity.model == "Fake Agent")
    #expect(model.identity.meter == "the account that Fake Agent is logged in with")
    #expect(model.identity.takesImages)
    await model.close()
    let claude = try await FakeAgent(greeting: ["protocolVersion": 1, "agentInfo": ["name": "claude-agent"]]).connect()
    #expect(claude.identity.meter.hasSuffix("; of a Claude plan, that is programmatic use"))
    #expect(!claude.identity.takesImages)
    await claude.close()
    let nameless = try await FakeAgent(greeting: ["protocolVersion": 1]).connect()
    #expect(nameless.identity.model == "fake-agent")
    await nameless.close()
  }

  @Test func tokensCostWhatThePersonsOwnPriceSays() async throws {
    let price = """
      {"version": "own", "date": "2026-11-20", "models": {"Fake Agent": {"price":
        {"input": 1000, "cacheRead": 100, "cacheWrite5m": 1250, "cacheWrite1h": 2000, "output": 5000}}}}
      """
    let prices = try PriceTable(json: Data(price.utf8), name: "own")
    let usage: JSON = ["inputTokens": 400, "cachedReadTokens": 10, "cachedWriteTokens": 20, "outputTokens": 12]
    let end: JSON = ["answer": ["stopReason": "end_turn", "usage": usage]]
    let agent = try FakeAgent(
      turns: [.chunk("a"), end], [.chunk("b"), .total(41_500), end], [.chunk("c"), .turnEnds()])
    let model = try await agent.connect(prices: prices)
    var request = ModelRequest.hello
    var costs: [Cost] = []
    for _ in 1...3 {
      let reply = try await model.reply(to: request)
      costs.append(reply.cost)
      request.messages += [reply.message, Message(.user, text: "next")]
    }
    // What the agent tells itself comes first, and without either there is no cost to tell.
    let computed = NanoDollars(rawValue: 400 * 1000 + 10 * 100 + 20 * 1250 + 12 * 5000)
    #expect(costs == [.computed(computed), .reported(NanoDollars(rawValue: 41_500)), .unknown])
    await model.close()
  }

  @Test func handshakeOffersNothing() async throws {
    let agent = try FakeAgent()
    let model = try await agent.connect(environment: ["CLAUDECODE": "1", "ITS_OWN_KEY": "k"])
    let run = try #require(try agent.runs().first)
    #expect(run["arguments"] == ["--an option"])
    #expect(run["environment"].keys.filter { !["LC_CTYPE"].contains($0) } == ["ITS_OWN_KEY", "PATH"])
    #expect(run["files"] == [])
    let folder = try #require(run["folder"].string)
    #expect(
      try agent.lines() == [
        [
          "jsonrpc": "2.0", "id": 1, "method": "initialize",
          "params": [
            "protocolVersion": 1,
            "clientCapabilities": ["fs": ["readTextFile": false, "writeTextFile": false], "terminal": false],
            "clientInfo": ["name": "fazm-linux", "title": "fazm-linux", "version": "0.1.0"],
          ],
        ],
        ["jsonrpc": "2.0", "id": 2, "method": "session/new", "params": ["cwd": .string(folder), "mcpServers": []]],
      ])
    await model.close()
  }

  @Test func answerIsTheWordsWithoutThoughts() async throws {
    let thought: JSON = [
      "update": ["sessionUpdate": "agent_thought_chunk", "content": ["type": "text", "text": "hmm"]]
    ]
    let stranger: JSON = [
      "update": [
        "session": "other", "sessionUpdate": "agent_message_chunk", "content": ["type": "text", "text": "not mine"],
      ]
    ]
    let usage: JSON = [
      "inputTokens": 400, "outputTokens": 12, "totalTokens": 412, "cachedReadTokens": 5, "cachedWriteTokens": 7,
      "thoughtTokens": 3,
    ]
    let turn: [JSON] = [
      ["raw": "npm notice: not JSON"], thought, ["update": ["sessionUpdate": "plan", "entries": []]],
      ["update": ["sessionUpdate": "novelty"]], .chunk("cli"), stranger, .chunk("ck b3"), .total(46_000),
      ["answer": ["stopReason": "end_turn", "usage": usage]],
    ]
    let model = try await FakeAgent(turns: turn).connect()
    #expect(
      try await model.reply(to: .hello)
        == ModelReply(
          message: Message(.assistant, text: "click b3"), stopReason: .endTurn,
          usage: Usage(input: 400, cacheRead: 5, cacheWrite5m: 7, cacheWrite1h: 0, output: 12, thinking: 3),
          cost: .reported(NanoDollars(rawValue: 46_000)),
          reportedTotal: ReportedTotal(session: "s1", amount: NanoDollars(rawValue: 46_000), isFirst: true)))
    await model.close()
  }

  @Test func systemPromptStandsFirstAndOnlyWhatIsNewFollows() async throws {
    let agent = try FakeAgent(turns: .agentSays("click b3"), .agentSays("done \"ok\""))
    let model = try await agent.connect()
    var request = ModelRequest.hello
    request.messages += [try await model.reply(to: request).message, Message(.user, text: "next")]
    _ = try await model.reply(to: request)
    #expect(
      try agent.prompts() == [
        [["type": "text", "text": "Be brief."], ["type": "text", "text": "hello"]],
        [["type": "text", "text": "next"]],
      ])
    await model.close()
  }

  @Test func otherConversationHasASessionOfItsOwn() async throws {
    let agent = try FakeAgent(turns: .agentSays("one", nano: 5), .agentSays("two", nano: 3))
    let model = try await agent.connect()
    _ = try await model.reply(to: .hello)
    let other = ModelRequest(
      system: "Be brief.",
      messages: [Message(.user, text: "a"), Message(.assistant, text: "b"), Message(.user, text: "c")], maxTokens: 9)
    // The new session's total is its own.
    #expect(try await model.reply(to: other).cost == .reported(NanoDollars(rawValue: 3)))
    #expect(
      try agent.prompts().last?.array.map { $0["text"].string } == [
        "Be brief.", "<conversation>", "<user>", "a", "</user>", "<assistant>", "b", "</assistant>", "</conversation>",
        "c",
      ])
    await model.close()
  }

  @Test(arguments: [true, false])
  func picturesGoOnlyToWhoTakesThem(takesImages: Bool) async throws {
    let greeting: JSON = [
      "protocolVersion": 1, "agentCapabilities": ["promptCapabilities": ["image": .bool(takesImages)]],
    ]
    let agent = try FakeAgent(greeting: greeting, turns: .agentSays("ok"))
    let model = try await agent.connect()
    let message = Message(.user, [.image(png: [1, 2, 3], width: 1, height: 1), .text("look"), .text(" ")])
    _ = try await model.reply(to: ModelRequest(system: "s", messages: [message], maxTokens: 9))
    let picture: [JSON] = takesImages ? [["type": "image", "mimeType": "image/png", "data": "AQID"]] : []
    let text: JSON = ["type": "text", "text": "look"]
    #expect(try agent.prompts().first?.array.dropFirst() == (picture + [text])[...])
    await model.close()
  }

  private static let askingLeave: JSON = [
    "request": [
      "method": "session/request_permission",
      "params": [
        "sessionId": "s1",
        "options": [
          ["optionId": "yes", "kind": "allow_once"], ["optionId": "never", "kind": "reject_always"],
          ["optionId": "no", "kind": "reject_once"],
        ],
      ],
    ]
  ]

  @Test func whateverItAsksForIsRefusedAndItsToolsAreTold() async throws {
    func asking(_ method: String) -> JSON { ["request": ["method": .string(method), "params": ["sessionId": "s1"]]] }
    let tool: JSON = ["update": ["sessionUpdate": "tool_call", "toolCallId": "t", "title": "rm -rf ~\n"]]
    let turn: [JSON] = [
      .chunk("First."), tool, Self.askingLeave, tool, asking("fs/read_text_file"), asking("terminal/create"),
      asking("session/request_permission"), .chunk("click b3"), .turnEnds(),
    ]
    let agent = try FakeAgent(turns: turn)
    let model = try await agent.connect()
    #expect(try await model.reply(to: .hello).text == "First.\nclick b3")
    let answers = try agent.lines().filter { $0["id"].string?.hasPrefix("mine-") == true }
    #expect(answers.map { $0["result"]["outcome"] }.first == ["outcome": "selected", "optionId": "no"])
    #expect(answers.map { $0["error"]["code"] } == [.null, -32601, -32601, .null])
    #expect(answers.last?["result"]["outcome"] == ["outcome": "cancelled"])
    #expect(
      agent.notices.all == [
        "Fake Agent used tools of its own: rm -rf ~ and 1 more. Whatever it asked leave for was refused."
      ])
    await model.close()
  }

  @Test func leaveIsCancelledWhileBreakingOff() async throws {
    let agent = try FakeAgent(turns: [.untilCancelled, Self.askingLeave, .total(7), .turnEnds("cancelled")])
    let model = try await agent.connect(timeout: .milliseconds(50))
    await #expect(throws: ModelError.timedOut(host: "Fake Agent", seconds: 1)) { try await model.reply(to: .hello) }
    let answer = try #require(try agent.lines().first { $0["id"].string != nil })
    #expect(answer["result"]["outcome"] == ["outcome": "cancelled"])
    #expect(await model.totalAfterFailure()?.amount == NanoDollars(rawValue: 7))
  }

  @Test(arguments: [
    ("max_tokens", StopReason.maxTokens), ("refusal", .refusal), ("max_turn_requests", .other("max_turn_requests")),
    ("novelty", .other("novelty")),
  ])
  func stopReasons(word: String, expected: StopReason) async throws {
    let model = try await FakeAgent(turns: [.chunk("x"), .turnEnds(word)]).connect()
    #expect(try await model.reply(to: .hello).stopReason == expected)
    await model.close()
  }

  @Test func costThatIsNoDollarsOrNotToldIsUnknown() async throws {
    let agent = try FakeAgent(
      turns: [.chunk("a"), .total(5, currency: "EUR"), .turnEnds()], .agentSays("b"), .agentSays("c", nano: 9),
      .agentSays("d", nano: 9))
    let model = try await agent.connect()
    var request = ModelRequest.hello
    var costs: [Cost] = []
    for _ in 0..<4 {
      let reply = try await model.reply(to: request)
      costs.append(reply.cost)
      request.messages += [reply.message, Message(.user, text: "next")]
    }
    #expect(costs == [.unknown, .unknown, .reported(NanoDollars(rawValue: 9)), .reported(.zero)])
    await model.close()
  }

  @Test func twentyTurnsSumToTheNanoDollar() async throws {
    let totals = (1...20).map { $0 * 123_457 + $0 * $0 }
    let model = try await FakeAgent(turns: totals.map { .agentSays("click b3", nano: $0) }).connect()
    var request = ModelRequest.hello
    var sum = NanoDollars.zero
    for _ in totals {
      let reply = try await model.reply(to: request)
      sum += try #require(reply.cost.amount)
      request.messages += [reply.message, Message(.user, text: "next")]
    }
    #expect(sum == NanoDollars(rawValue: Int64(totals[19])))
    await model.close()
  }
}
