import Foundation
import Model
import Testing

@testable import Ledger

@Suite struct SpendingTests {
  private let utc = TimeZone.gmt

  @Test func sumsByTimeAndMode() async throws {
    let test = try TestLedger()
    try await spend(test, 100, .api)
    try await spend(test, 20, .subscription)
    let middle = try #require(try await test.ledger.turns().last).started + 0.001
    try await spend(test, 3, .api)
    try await spend(test, nil, .api)
    let ledger = test.ledger
    #expect(try await ledger.spent() == CostTotal(known: NanoDollars(rawValue: 123), unknown: 1))
    #expect(try await ledger.spent(mode: .api) == CostTotal(known: NanoDollars(rawValue: 103), unknown: 1))
    #expect(try await ledger.spent(mode: .subscription).exact == NanoDollars(rawValue: 20))
    #expect(try await ledger.spent(since: middle) == CostTotal(known: NanoDollars(rawValue: 3), unknown: 1))
    #expect(try await ledger.spent(since: middle, mode: .subscription) == CostTotal())
    #expect(try await ledger.spent(mode: .offline) == CostTotal())
  }

  @Test func aTurnUnderWayIsUnknown() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    _ = try await test.ledger.startTurn(of: task, .example)
    #expect(try await test.ledger.spent() == CostTotal(known: .zero, unknown: 1))
  }

  @Test func todayAndThisMonthBeginWhereThePersonLives() throws {
    let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
    // 30 November 2026, 20:00 UTC: in Tokyo it is already December.
    let now = try Date("2026-11-30T20:00:00Z", strategy: .iso8601)
    func start(_ period: SpendingPeriod, _ zone: TimeZone) -> String? {
      period.start(at: now, in: zone)?.formatted(.iso8601)
    }
    #expect(start(.today, utc) == "2026-11-30T00:00:00Z")
    #expect(start(.today, tokyo) == "2026-11-30T15:00:00Z")
    #expect(start(.thisMonth, utc) == "2026-11-01T00:00:00Z")
    #expect(start(.thisMonth, tokyo) == "2026-11-30T15:00:00Z")
    #expect(start(.ever, utc) == nil)
  }

  @Test func theLedgersClockDecidesWhatIsToday() async throws {
    let test = try TestLedger()
    try await spend(test, 100, .api)
    let tomorrow = try Ledger(at: test.path, now: { Date(timeIntervalSince1970: 1_794_477_600 + 86_400) })
    #expect(try await test.ledger.spent(.today, in: utc).exact == NanoDollars(rawValue: 100))
    #expect(try await tomorrow.spent(.today, in: utc).exact == .zero)
    #expect(try await tomorrow.spent(.thisMonth, mode: .api, in: utc).exact == NanoDollars(rawValue: 100))
    #expect(try await tomorrow.spent(.ever, in: utc).exact == NanoDollars(rawValue: 100))
  }

  @Test(arguments: [
    (5, "2026-11-20", "2026-11-05", "2026-12-05"),
    (20, "2026-11-20", "2026-11-20", "2026-12-20"),
    (21, "2026-11-20", "2026-10-21", "2026-11-21"),
    (31, "2026-11-30", "2026-11-30", "2026-12-31"),
    (31, "2026-02-15", "2026-01-31", "2026-02-28"),
    (30, "2026-03-01", "2026-02-28", "2026-03-30"),
    (29, "2028-02-29", "2028-02-29", "2028-03-29"),
    (1, "2026-01-31", "2026-01-01", "2026-02-01"),
  ])
  func aPoolIsFullAgainOnItsDay(_ day: Int, _ today: String, _ start: String, _ end: String) throws {
    let noon = try Date("\(today)T12:00:00Z", strategy: .iso8601)
    let period = try #require(ResetDay(day)).period(around: noon, in: utc)
    #expect(Cell.minute(period.start, utc) == "\(start) 00:00")
    #expect(Cell.minute(period.end, utc) == "\(end) 00:00")
  }

  @Test(arguments: [0, -1, 32]) func noMonthHasThatDay(_ day: Int) {
    #expect(ResetDay(day) == nil)
  }

  @Test func aBalanceCountsFromItsDeclaration() async throws {
    let test = try TestLedger()
    #expect(try await test.ledger.balance() == nil)
    try await spend(test, 1_000, .api)
    try await test.ledger.declareBalance(NanoDollars(rawValue: 500))
    try await spend(test, 100, .api)
    try await spend(test, 7, .subscription)
    let balance = try #require(try await test.ledger.balance())
    #expect(balance.amount == NanoDollars(rawValue: 500))
    #expect(balance.left == NanoDollars(rawValue: 400))
    try await spend(test, 450, .api)
    #expect(try await test.ledger.balance()?.left == .zero)
    try await test.ledger.declareBalance(NanoDollars(rawValue: 20))
    #expect(try await test.ledger.balance()?.left == NanoDollars(rawValue: 20))
    try await test.ledger.declareBalance(nil)
    #expect(try await test.ledger.balance() == nil)
  }

  @Test func aPoolCountsFromItsReset() async throws {
    let test = try TestLedger()
    try await spend(test, 1_000, .subscription)
    try await spend(test, 50, .api)
    try await test.ledger.declarePlan(.max5x, resetDay: try #require(ResetDay(1)))
    let pool = try #require(try await test.ledger.pool(in: utc))
    #expect(pool.kind == .pool(.max5x))
    #expect(pool.amount == NanoDollars(rawValue: 100_000_000_000))
    #expect(pool.spent.exact == NanoDollars(rawValue: 1_000))
    #expect(pool.resets == (try Date("2026-12-01T00:00:00Z", strategy: .iso8601)))
    try await test.ledger.declarePlan(nil, resetDay: try #require(ResetDay(1)))
    #expect(try await test.ledger.pool(in: utc) == nil)
  }

  private func spend(_ test: TestLedger, _ amount: Int64?, _ mode: BillingMode) async throws {
    let task = try await test.ledger.begin(.example)
    let identity = ModelIdentity(mode: mode, model: "m", host: nil, meter: "nothing")
    let turn = try await test.ledger.startTurn(of: task, NewTurn(identity: identity, promptVersion: "p"))
    try await test.ledger.finishTurn(turn, with: reply(amount), duration: .seconds(1))
    try await test.ledger.end(task, as: .done)
  }
}
