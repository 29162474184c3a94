import Foundation
import TestSupport
import Testing

@testable import Model

/// What a reply tells: words, why it ended, tokens and cost.
@Suite struct ReplyTests {
  private func reply(_ scripted: ScriptedReply, model: String = "claude-haiku-5-5") async throws -> ModelReply {
    let bench = try Bench(scripted)
    return try await bench.client(model: model).reply(to: .hello)
  }

  @Test func everythingTheServerSaid() async throws {
    let usage = ScriptedUsage(input: 412, output: 58, cacheRead: 655, cacheWrite5m: 30, cacheWrite1h: 7, thinking: 20)
    let reply = try await reply(.reply("click b3", usage: usage, requestID: "req_7"))
    #expect(
      reply
        == ModelReply(
          message: Message(.assistant, text: "click b3"), stopReason: .endTurn,
          usage: Usage(input: 412, cacheRead: 655, cacheWrite5m: 30, cacheWrite1h: 7, output: 58, thinking: 20),
          cost: .computed(NanoDollars(rawValue: 412 * 100 + 655 * 10 + 30 * 125 + 7 * 200 + 58 * 500)),
          resolvedModel: "claude-haiku-5-5", requestID: "req_7"))
  }

  @Test(arguments: [
    ("end_turn", StopReason.endTurn), ("max_tokens", .maxTokens), ("stop_sequence", .stopSequence),
    ("refusal", .refusal), ("model_context_window_exceeded", .contextWindowExceeded), ("tool_use", .other("tool_use")),
    ("pause_turn", .other("pause_turn")),
  ])
  func stopReason(word: String, expected: StopReason) async throws {
    #expect(try await reply(.reply("click", stopReason: word)).stopReason == expected)
  }

  @Test func refusalMayHaveNoContent() async throws {
    let reply = try await reply(.message([], stopReason: "refusal"))
    #expect(reply.stopReason == .refusal)
    #expect(reply.text.isEmpty)
    #expect(reply.cost.amount == NanoDollars(rawValue: 400 * 100 + 12 * 500))
  }

  @Test func blocksAreTakenByTypeAndUnknownOnesIgnored() async throws {
    let content: [JSON] = [
      ["type": "redacted_thinking", "data": "x"], ["type": "novelty", "text": "not words"],
      ["type": "text", "text": "one"], ["type": "tool_use", "id": "t", "name": "n", "input": [:]],
      ["type": "text", "text": "two"],
    ]
    let reply = try await reply(.message(content))
    #expect(reply.text == "one\ntwo")
    #expect(reply.message.parts.count == 3)
  }

  @Test func counterThatIsMissingIsNilAndLeavesTheCostUnknown() async throws {
    let usage = ScriptedUsage(cacheRead: nil, cacheWrite5m: nil)
    let reply = try await reply(.reply("hello", usage: usage))
    #expect(reply.usage == Usage(input: 400, output: 12))
    #expect(reply.cost == .unknown)
  }

  @Test(arguments: [
    (#"{}"#, Usage()), (#"{"input_tokens": "many", "output_tokens": -1}"#, Usage()),
    (#"{"input_tokens": 1.5, "output_tokens": null}"#, Usage()),
    (#"{"input_tokens": 9223372036854775807, "output_tokens": 1e30}"#, Usage()),
    (
      #"{"input_tokens": 5, "cache_creation_input_tokens": 9, "cache_creation": null, "output_tokens": 2}"#,
      Usage(input: 5, cacheWrite5m: 9, cacheWrite1h: 0, output: 2)
    ),
  ])
  func usageIsReadLeniently(json: String, expected: Usage) throws {
    #expect(Usage(try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))) == expected)
  }

  @Test func modelThatAnsweredIsThePricedOne() async throws {
    let reply = try await reply(.reply("hello", model: "claude-opus-5-5-20260922"))
    #expect(reply.resolvedModel == "claude-opus-5-5-20260922")
    #expect(reply.cost.amount == NanoDollars(rawValue: 400 * 4000 + 12 * 20_000))
  }

  @Test func unknownModelHasUnknownCost() async throws {
    #expect(try await reply(.reply("hello", model: "qwen3"), model: "qwen3").cost == .unknown)
  }
}
