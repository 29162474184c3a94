import Foundation
import Ledger
import Model
import Testing

/// Clients that report what a whole session has cost so far.
@Suite struct SessionTests {
  private let test: TestLedger
  private let task: TaskID

  init() async throws {
    test = try TestLedger()
    task = try await test.ledger.begin(.example)
  }

  @Test func aTurnCostsTheDifference() async throws {
    #expect(try await report(300) == 300)
    #expect(try await report(300) == 0)
    #expect(try await report(1_000_000_007) == 999_999_707)
    let total = try await test.ledger.total(of: task)
    #expect(total.cost.exact == NanoDollars(rawValue: 1_000_000_007))
    #expect(try await test.ledger.turns(of: task).last?.cost == .reported(NanoDollars(rawValue: 999_999_707)))
  }

  @Test func aResumedSessionGoesOnCounting() async throws {
    #expect(try await report(300) == 300)
    let later = try Ledger(at: test.path)
    let task = try await later.begin(.example)
    let turn = try await later.startTurn(of: task, .example)
    let cost = try await later.finishTurn(turn, with: Self.reply("s", 450), duration: .seconds(1))
    #expect(cost == .reported(NanoDollars(rawValue: 150)))
  }

  @Test func aSmallerTotalStartsANewBaseline() async throws {
    #expect(try await report(300) == 300)
    #expect(try await report(50) == 50)
    #expect(try await report(80) == 30)
  }

  @Test func aNegativeTotalIsNone() async throws {
    #expect(try await report(-5) == 0)
    #expect(try await report(7) == 7)
  }

  @Test func sessionsDoNotShareABaseline() async throws {
    #expect(try await report(300, session: "a") == 300)
    #expect(try await report(200, session: "b") == 200)
    #expect(try await report(310, session: "a") == 10)
  }

  @Test func aNewSessionOfAnOldNameCountsFromZero() async throws {
    #expect(try await report(300, session: "session-1") == 300)
    #expect(try await report(400, session: "session-1", isFirst: true) == 400)
    #expect(try await report(410, session: "session-1") == 10)
  }

  @Test func failedAndInterruptedTurnsCount() async throws {
    #expect(try await report(300) == 300)
    let turn = try await test.ledger.startTurn(of: task, .example)
    let failed = try await test.ledger.failTurn(
      turn, with: .cancelled, duration: .seconds(1), reportedTotal: Self.total("s", 340))
    #expect(failed == .reported(NanoDollars(rawValue: 40)))
    // What an interrupted turn did not report is in the next total.
    let lost = try await test.ledger.startTurn(of: task, .example)
    #expect(try await test.ledger.failTurn(lost, with: .cancelled, duration: .seconds(1)) == .unknown)
    #expect(try await report(400) == 60)
    #expect(try await test.ledger.total(of: task).cost == CostTotal(known: NanoDollars(rawValue: 400), unknown: 1))
  }

  @Test func aRequestWhoseConnectionEndedIsInNoTotal() async throws {
    #expect(try await report(300) == 300)
    let turn = try await test.ledger.startTurn(of: task, .example)
    let cost = try await test.ledger.failTurn(
      turn, with: .brokenOff(host: "h", reason: "r"), duration: .seconds(1), reportedTotal: Self.total("s", 300))
    #expect(cost == .unknown)
    #expect(try await report(510) == 210)
  }

  @Test func aTurnThatIsNotThereMovesNoBaseline() async throws {
    #expect(try await report(300) == 300)
    let stranger = try #require(TurnID("01ARYZ6S41TSV4RRFFQ69G5FAV"))
    await #expect(throws: LedgerError.noSuchTurn(stranger.description)) {
      try await test.ledger.finishTurn(stranger, with: Self.reply("s", 500), duration: .seconds(1))
    }
    #expect(try await report(510) == 210)
  }

  /// Twenty turns with a restart of the client and a failure in between.
  @Test func deltasAddUpToTheNanoDollar() async throws {
    var expected: Int64 = 0
    var total: Int64 = 0
    for number in 1...20 {
      if number == 11 { total = 0 }
      total += Int64(number) * 1_000_003
      expected += Int64(number) * 1_000_003
      #expect(try await report(total) == Int64(number) * 1_000_003)
    }
    #expect(try await test.ledger.total(of: task).cost.exact == NanoDollars(rawValue: expected))
  }

  private func report(_ amount: Int64, session: String = "s", isFirst: Bool = false) async throws -> Int64? {
    let turn = try await test.ledger.startTurn(of: task, .example)
    let reply = Self.reply(session, amount, isFirst: isFirst)
    return try await test.ledger.finishTurn(turn, with: reply, duration: .seconds(1)).amount?.rawValue
  }

  private static func total(_ session: String, _ amount: Int64, isFirst: Bool = false) -> ReportedTotal {
    ReportedTotal(session: session, amount: NanoDollars(rawValue: amount), isFirst: isFirst)
  }

  private static func reply(_ session: String, _ amount: Int64, isFirst: Bool = false) -> ModelReply {
    ModelReply(
      message: Message(.assistant, text: "click b3"), stopReason: .endTurn, usage: Usage(input: 1, output: 1),
      cost: .unknown, reportedTotal: total(session, amount, isFirst: isFirst))
  }
}
