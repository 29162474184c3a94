import Foundation
import Model
import Testing

@testable import Ledger

@Suite struct CapTests {
  private let test: TestLedger
  private let utc = TimeZone.gmt
  private var ledger: Ledger { test.ledger }

  init() throws {
    test = try TestLedger()
  }

  @Test func everyKeyIsItsOwn() {
    #expect(Set(Cap.all.map(\.key)).count == Cap.all.count)
    #expect(Cap(period: .today, limit: .zero).key == "cap-day-usd")
    #expect(Cap(mode: .api, period: .ever, limit: .zero).key == "cap-api-total-usd")
    #expect(!Cap.all.contains { $0.covers(.offline) })
  }

  @Test func countsItsPeriodAndItsMode() async throws {
    try await spend(100, .api)
    try await spend(20, .subscription)
    #expect(try await used(Cap(period: .today, limit: .zero)) == [120])
    #expect(try await used(Cap(mode: .api, period: .thisMonth, limit: .zero)) == [100])
    #expect(try await used(Cap(mode: .acp, period: .ever, limit: .zero)) == [0])
    let tomorrow = try Ledger(at: test.path, now: { Date(timeIntervalSince1970: 1_794_477_600 + 86_400) })
    let uses = try await tomorrow.use(of: SpendingPeriod.allCases.map { Cap(period: $0, limit: .zero) }, in: utc)
    #expect(uses.map(\.spent.rawValue) == [0, 120, 120])
  }

  @Test func aCallOfUnknownCostCountsAsTheMostItCanHaveCost() async throws {
    let cap = Cap(period: .today, limit: NanoDollars(rawValue: 1000))
    try await spend(nil, .api, most: 70)
    try await spend(5, .api, most: 70)
    #expect(try await ledger.use(of: [cap], in: utc).map(\.spent.rawValue) == [75])
    try await spend(nil, .api)
    let use = try #require(try await ledger.use(of: [cap], in: utc).first)
    #expect(use.spent.rawValue == 75)
    #expect(use.unknown == 1)
  }

  @Test func callsUnderWayTakeWhatTheyCanCost() async throws {
    let cap = Cap(mode: .api, period: .today, limit: NanoDollars(rawValue: 100))
    let task = try await ledger.begin(.example)
    let first = try #require(try await ledger.startTurn(of: task, turn(most: 60), within: [cap], in: utc))
    #expect(try await ledger.use(of: [cap], in: utc).map(\.left.rawValue) == [40])
    // Another process wants more than is left.
    let other = try Ledger(at: test.path, now: { Date(timeIntervalSince1970: 1_794_478_000) })
    let second = try await other.begin(.example)
    #expect(try await other.startTurn(of: second, turn(most: 41), within: [cap], in: utc) == nil)
    #expect(try await other.turns(of: second).isEmpty)
    try await ledger.finishTurn(first, with: reply(10), duration: .seconds(1))
    #expect(try await other.startTurn(of: second, turn(most: 41), within: [cap], in: utc) != nil)
  }

  @Test func processesThatStartAtOnceDoNotShareTheSameMoney() async throws {
    let cap = Cap(period: .ever, limit: NanoDollars(rawValue: 100))
    let started = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { [path = test.path] in
          let ledger = try Ledger(at: path)
          let task = try await ledger.begin(.example)
          let turn = NewTurn(
            identity: haiku, promptVersion: "p",
            most: CallEstimate(inputTokens: 1, outputTokens: 1, cost: NanoDollars(rawValue: 30)))
          return try await ledger.startTurn(of: task, turn, within: [cap]) != nil
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(started == 3)
    #expect(try await ledger.use(of: [cap]).map(\.underWay.rawValue) == [90])
  }

  @Test func whatWasAgreedToEndsWithThePeriod() async throws {
    let day = Cap(period: .today, limit: NanoDollars(rawValue: 100))
    let ever = Cap(mode: .api, period: .ever, limit: NanoDollars(rawValue: 100))
    for cap in [day, ever] { try await ledger.agree(to: NanoDollars(rawValue: 50), beyond: cap) }
    #expect(try await ledger.use(of: [day, ever], in: utc).map(\.limit.rawValue) == [150, 150])
    let tomorrow = try Ledger(at: test.path, now: { Date(timeIntervalSince1970: 1_794_477_600 + 86_400) })
    #expect(try await tomorrow.use(of: [day, ever], in: utc).map(\.limit.rawValue) == [100, 150])
    // Another cap of the same sum was not spoken of.
    #expect(try await ledger.use(of: [Cap(period: .ever, limit: .zero)], in: utc).map(\.agreed) == [.zero])
  }

  @Test(
    arguments: [
      (100, 90, 5, 200), (100, 90, 500, 600), (100, 250, 5, 350), (0, 0, 7, 7),
    ] as [(Int64, Int64, Int64, Int64)])
  func theNextLimitHasRoomForTheNextCall(limit: Int64, spent: Int64, call: Int64, next: Int64) {
    let use = CapUse(
      cap: Cap(period: .today, limit: NanoDollars(rawValue: limit)), spent: NanoDollars(rawValue: spent))
    #expect(use.nextLimit(forCall: NanoDollars(rawValue: call)).rawValue == next)
  }

  private func used(_ cap: Cap) async throws -> [Int64] {
    try await ledger.use(of: [cap], in: utc).map(\.spent.rawValue)
  }

  private func turn(_ mode: BillingMode = .api, most: Int64?) -> NewTurn {
    NewTurn(
      identity: ModelIdentity(mode: mode, model: "m", host: nil, meter: "nothing"), promptVersion: "p",
      most: most.map { CallEstimate(inputTokens: 1, outputTokens: 1, cost: NanoDollars(rawValue: $0)) })
  }

  private func spend(_ amount: Int64?, _ mode: BillingMode, most: Int64? = nil) async throws {
    let task = try await ledger.begin(.example)
    let id = try await ledger.startTurn(of: task, turn(mode, most: most))
    try await ledger.finishTurn(id, with: reply(amount), duration: .seconds(1))
    try await ledger.end(task, as: .done)
  }
}
