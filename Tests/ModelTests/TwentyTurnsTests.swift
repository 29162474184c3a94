import Foundation
import Ledger
import Offline
import TestSupport
import Testing

@testable import Model

/// Twenty turns in each mode: what they cost adds up to the nano-dollar. The real programs of subscription and acp are
/// asked by Scripts/test-real-agents.
@Suite struct TwentyTurnsTests {
  private static let numbers = Array(1...20)

  /// Odd tokens for each turn, and what they cost at haiku's prices, in nano-dollars.
  private static let usages = numbers.map { (n: Int) -> ScriptedUsage in
    ScriptedUsage(input: 401 + 13 * n, output: 12 + n, cacheRead: 7 * n * n, cacheWrite5m: 3 * n, cacheWrite1h: n)
  }
  private static let prices = numbers.map { (n: Int) -> Int64 in
    let input = (401 + 13 * n) * 100 + 7 * n * n * 10
    let written = 3 * n * 125 + n * 200
    return Int64(input + written + (12 + n) * 500)
  }

  /// What a session has cost after each turn, in nano-dollars: no turn costs as much as another.
  private static let totals = numbers.map { (n: Int) -> Int in 46_001 * n + 7 * n * n + (n > 10 ? 1_000_000_003 : 0) }
  private static let differences = zip(totals, [0] + totals).map { Int64($0 - $1) }

  private func amounts(_ task: RecordedTask) -> [Int64] { task.deltas.compactMap(\.amount?.rawValue) }

  @Test(arguments: [BillingMode.api, .endpoint]) func computedFromWhatTheServerCounts(mode: BillingMode) async throws {
    let server = try MessagesServer(Self.usages.map { .reply("click b3", usage: $0) })
    let client = MessagesAPI(
      connection: Connection(mode: mode, baseURL: server.baseURL, credential: nil), model: "haiku",
      prices: try PriceTable.load())
    let task = try await RecordedTask(client, turns: 20)
    #expect(amounts(task) == Self.prices)
    #expect(task.addsUp)
    #expect(task.turns.allSatisfy { if case .computed = $0.cost { true } else { false } })
  }

  @Test func subscriptionReportsATotal() async throws {
    let claude = try FakeClaude(turns: Self.totals.map { .answer("click b3", nano: $0) })
    let task = try await RecordedTask(claude.connect(), turns: 20)
    #expect(amounts(task) == Self.differences)
    #expect(task.addsUp)
    #expect(task.turns.allSatisfy { if case .reported = $0.cost { true } else { false } })
  }

  @Test func agentReportsATotal() async throws {
    let agent = try FakeAgent(turns: Self.totals.map { .agentSays("click b3", nano: $0) })
    let task = try await RecordedTask(agent.connect(), turns: 20)
    #expect(amounts(task) == Self.differences)
    #expect(task.addsUp)
  }

  @Test func agentThatTellsNothingCostsAnUnknownAmountAndNotZero() async throws {
    let agent = try FakeAgent(turns: Self.numbers.map { _ in .agentSays("click b3") })
    let task = try await RecordedTask(agent.connect(), turns: 20)
    #expect(task.deltas == Array(repeating: .unknown, count: 20))
    #expect(task.total.cost.exact == nil)
  }

  @Test func offlineCostsNothing() async throws {
    let message = Message(
      .user, text: "Request: click Save\n2026-01-05, home folder /h\n<screen aa>\nb3 Save\n</screen aa>")
    let request = ModelRequest(system: "", messages: [message], maxTokens: 500)
    let task = try await RecordedTask(OfflineModel(), turns: 20, request: request)
    #expect(task.deltas == Array(repeating: .computed(.zero), count: 20))
    #expect(task.addsUp)
  }
}
