import Foundation
import TestSupport
import Testing

@testable import Model

/// Where a request asks the server to cache, which is never where it could not.
@Suite struct CachingTests {
  private static let mark: JSON = ["type": "ephemeral"]

  private func body(
    systemBytes: Int, messageBytes: Int, model: String = "claude-haiku-5-5", mode: BillingMode = .api,
    caching: Bool? = nil
  ) async throws -> JSON {
    let bench = try Bench(.reply("hello"))
    let messages = [
      Message(.user, text: "one"), Message(.assistant, text: "two"),
      Message(.user, text: String(repeating: "a", count: messageBytes)),
    ]
    let request = ModelRequest(
      system: String(repeating: "s", count: systemBytes), messages: messages, maxTokens: 10)
    _ = try await bench.client(model: model, mode: mode, caching: caching).reply(to: request)
    return try #require(try bench.server.requests().first).body
  }

  @Test func longSystemPromptAndConversationAreMarked() async throws {
    let body = try await body(systemBytes: 512 * 5, messageBytes: 10)
    #expect(body["system"][0]["cache_control"] == Self.mark)
    #expect(body["messages"][0]["content"][0]["cache_control"] == .null)
    #expect(body["messages"][2]["content"][0]["cache_control"] == Self.mark)
  }

  @Test func conversationIsMarkedOnceItIsLongEnough() async throws {
    let body = try await body(systemBytes: 100, messageBytes: 512 * 5)
    #expect(body["system"][0]["cache_control"] == .null)
    #expect(body["messages"][2]["content"][0]["cache_control"] == Self.mark)
  }

  @Test(arguments: [
    ("claude-haiku-5-5", 2000, BillingMode.api, Bool?.none), ("claude-haiku-4-5", 10_000, .api, nil),
    ("qwen3", 100_000, .api, true), ("claude-haiku-5-5", 100_000, .endpoint, nil),
    ("claude-haiku-5-5", 100_000, .api, false),
  ])
  func shortPrefixUnknownModelOtherServerOrWishIsNotMarked(
    model: String, bytes: Int, mode: BillingMode, caching: Bool?
  ) async throws {
    let body = try await body(systemBytes: bytes, messageBytes: 10, model: model, mode: mode, caching: caching)
    #expect(body["system"][0]["cache_control"] == .null)
    #expect(body["messages"][2]["content"][0]["cache_control"] == .null)
  }
}
