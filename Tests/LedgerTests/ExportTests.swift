import Foundation
import Model
import TestSupport
import Testing

@testable import Ledger

@Suite struct ExportTests {
  @Test func asOpenTelemetry() throws {
    let lines = try OTLPTraces.batches(of: Example.turns, size: 1, version: "1.2.3").map { batch in
      String(decoding: try batch.json(), as: UTF8.self) + "\n"
    }
    expectGolden(lines.joined(), "spans.jsonl")
  }

  @Test func inputCountsWhatCachesServed() throws {
    let attributes = try #require(OTLPSpan(Example.turns[3])).attributes
    func value(_ name: String) -> OTLPAttribute.Value? { attributes.first { $0.key == name }?.value }
    #expect(value("gen_ai.usage.input_tokens") == .integer(12_345 + 655 + 200))
    #expect(value("gen_ai.usage.cache_read.input_tokens") == .integer(655))
    #expect(value("gen_ai.usage.cache_creation.input_tokens") == .integer(200))
    #expect(value("gen_ai.usage.reasoning.output_tokens") == .integer(20))
  }

  @Test func whatIsNotKnownIsLeftOut() throws {
    let attributes = try #require(OTLPSpan(Example.turns[2])).attributes.map(\.key)
    #expect(!attributes.contains { $0.hasPrefix("gen_ai.usage") })
    #expect(!attributes.contains("fazm_linux.cost.nano_usd"))
    #expect(attributes.contains("fazm_linux.cost.source"))
  }

  @Test func aCallUnderWayIsNoSpanYet() {
    var turn = Example.turns[0]
    turn.state = .started
    #expect(OTLPSpan(turn) == nil)
    #expect(OTLPTraces.batches(of: [turn], size: 10, version: "1").isEmpty)
  }

  @Test(arguments: [(1, [1, 1, 1, 1, 1]), (2, [2, 2, 1]), (5, [5]), (100, [5])])
  func goesInBatches(_ size: Int, _ counts: [Int]) {
    #expect(OTLPTraces.batches(of: Example.turns, size: size, version: "1").map(\.count) == counts)
  }

  /// A task's turns are one trace, and no two spans share a name.
  @Test func namesFollowTheRecords() {
    let spans = Example.turns.compactMap(OTLPSpan.init)
    #expect(Set(spans.map(\.traceId)).count == 2)
    #expect(Set(spans.map(\.spanId)).count == 5)
    #expect(spans.allSatisfy { $0.traceId.count == 32 && $0.spanId.count == 16 })
    #expect(ULID(bits: 0x0123_4567_89AB_CDEF_0123_4567_89AB_CDEF).hexadecimal == "0123456789abcdef0123456789abcdef")
  }

  @Test(arguments: [
    ("api.anthropic.com", "api.anthropic.com", 443), ("localhost:11434", "localhost", 11434), ("[::1]:80", "::1", 80),
  ])
  func namesTheServer(_ host: String, _ address: String, _ port: Int64) throws {
    var turn = Example.turns[0]
    turn.host = host
    let attributes = try #require(OTLPSpan(turn)).attributes
    #expect(attributes.contains(OTLPAttribute("server.address", .string(address))))
    #expect(attributes.contains(OTLPAttribute("server.port", .integer(port))))
  }

  /// Neither the person's words nor what program they were about.
  @Test func nothingThatWasSaidIsExported() throws {
    let text = try OTLPTraces.batches(of: Example.turns, size: 100, version: "1").map { batch in
      String(decoding: try batch.json(), as: UTF8.self)
    }.joined()
    for word in ["organize", "invoice", "pcmanfm"] { #expect(!text.contains(word)) }
  }
}
