import Foundation
import TestSupport
import Testing

@testable import Model

/// What goes over the wire.
@Suite struct RequestTests {
  @Test func apiModeSendsTheKeyAndOnlyTheFieldsEveryModelTakes() async throws {
    let bench = try Bench(.reply("hello"))
    _ = try await bench.client().reply(to: .hello)
    let request = try #require(try bench.server.requests().first)
    #expect(request.method == "POST")
    #expect(request.path == "/v1/messages")
    #expect(request.headers["x-api-key"] == Bench.secret)
    #expect(request.headers["authorization"] == nil)
    #expect(request.headers["anthropic-version"] == "2023-06-01")
    #expect(request.headers["anthropic-beta"] == nil)
    #expect(request.headers["content-type"] == "application/json")
    #expect(
      request.body == [
        "model": "claude-haiku-5-5", "max_tokens": 100, "output_config": ["effort": "low"],
        "system": [["type": "text", "text": "Be brief."]],
        "messages": [["role": "user", "content": [["type": "text", "text": "hello"]]]],
      ])
  }

  @Test func endpointModeSendsABearerToken() async throws {
    let bench = try Bench(.reply("hello"))
    _ = try await bench.client(mode: .endpoint, path: "anthropic").reply(to: .hello)
    let request = try #require(try bench.server.requests().first)
    #expect(request.path == "/anthropic/v1/messages")
    #expect(request.headers["authorization"] == "Bearer \(Bench.secret)")
    #expect(request.headers["x-api-key"] == nil)
  }

  @Test func endpointWithoutCredentialSendsNone() async throws {
    let bench = try Bench(.reply("hello"))
    _ = try await bench.client(mode: .endpoint, credential: false).reply(to: .hello)
    let request = try #require(try bench.server.requests().first)
    #expect(request.headers["authorization"] == nil)
    #expect(request.headers["x-api-key"] == nil)
  }

  @Test(arguments: ["claude-haiku-4-5", "claude-sonnet-4-5", "qwen3"])
  func effortIsSentOnlyToModelsThatTakeIt(model: String) async throws {
    let bench = try Bench(.reply("hello"))
    _ = try await bench.client(model: model).reply(to: .hello)
    #expect(try bench.server.requests().first?.body["output_config"] == .null)
  }

  @Test func aliasIsSentAsItsID() async throws {
    let bench = try Bench(.reply("hello"))
    let client = try bench.client(model: "sonnet")
    _ = try await client.reply(to: .hello)
    #expect(client.identity.model == "claude-sonnet-5-5")
    #expect(try bench.server.requests().first?.body["model"] == "claude-sonnet-5-5")
  }

  @Test func imagesStandBeforeText() async throws {
    let bench = try Bench(.reply("hello"))
    let message = Message(.user, [.text("what is it?"), .image(png: [1, 2, 3], width: 10, height: 10)])
    _ = try await bench.client().reply(to: ModelRequest(system: "", messages: [message], maxTokens: 10))
    let body = try #require(try bench.server.requests().first).body
    #expect(body["system"] == .null)
    #expect(
      body["messages"][0]["content"] == [
        ["type": "image", "source": ["type": "base64", "media_type": "image/png", "data": "AQID"]],
        ["type": "text", "text": "what is it?"],
      ])
  }

  @Test func thinkingGoesBackAsItCame() async throws {
    let bench = try Bench(.reply("click b3", thinking: "the button / \"Save\" is b3 🙂"), .reply("done \"saved\""))
    let client = try bench.client()
    let reply = try await client.reply(to: .hello)
    #expect(reply.text == "click b3")
    #expect(reply.message.parts.count == 2)
    var request = ModelRequest.hello
    request.messages += [reply.message, Message(.user, text: "ok")]
    _ = try await client.reply(to: request)
    let sent = try #require(try bench.server.requests().last).body["messages"][1]
    #expect(
      sent == [
        "role": "assistant",
        "content": [
          ["type": "thinking", "thinking": "the button / \"Save\" is b3 🙂", "signature": "c2lnbmVk/+="],
          ["type": "text", "text": "click b3"],
        ],
      ])
  }

  @Test func assistantMessageWithoutWordsIsLeftOut() async throws {
    let bench = try Bench(.message([["type": "thinking", "thinking": "…", "signature": "x"]]), .reply("hello"))
    let client = try bench.client()
    let silent = try await client.reply(to: .hello)
    #expect(silent.text.isEmpty)
    var request = ModelRequest.hello
    request.messages += [silent.message, Message(.user, [.text(" \n"), .text("again, please")])]
    _ = try await client.reply(to: request)
    #expect(
      try #require(try bench.server.requests().last).body["messages"] == [
        [
          "role": "user",
          "content": [["type": "text", "text": "hello"], ["type": "text", "text": "again, please"]],
        ]
      ])
  }
}
