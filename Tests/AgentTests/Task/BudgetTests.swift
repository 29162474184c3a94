import Ledger
import Model
import Outline
import TestSupport
import Testing

@testable import Agent

@Suite struct BudgetTests {
  private static let haiku = "claude-haiku-5-5"

  /// What so many tokens cost at most, at one nano-dollar for input and ten for output.
  private func price(_ input: Int, _ output: Int) -> NanoDollars? {
    NanoDollars(rawValue: Int64(input + 10 * output))
  }

  private static let small = CallEstimate(inputTokens: 1, outputTokens: 1, cost: nil)
  private static let large = CallEstimate(inputTokens: 500, outputTokens: 100, cost: nil)

  private func use(limit: Int64, spent: Int64 = 0, underWay: Int64 = 0) -> CapUse {
    CapUse(
      cap: Cap(period: .today, limit: NanoDollars(rawValue: limit)), spent: NanoDollars(rawValue: spent),
      underWay: NanoDollars(rawValue: underWay))
  }

  @Test func `lets the next call use all that is wanted where there is no limit`() throws {
    #expect(try Budget(limits: Limits()).estimate(inputTokens: 5000, wanted: 2048) { _, _ in nil }.outputTokens == 2048)
  }

  @Test func `lowers the output to what is left of the money`() throws {
    let budget = Budget(limits: Limits(money: NanoDollars(rawValue: 2000)))
    #expect(try budget.estimate(inputTokens: 1000, wanted: 2048, price: price).outputTokens == 100)
  }

  @Test func `lowers the output to what is left of the tokens`() throws {
    let budget = Budget(limits: Limits(tokens: 1100))
    #expect(try budget.estimate(inputTokens: 1000, wanted: 2048, price: price).outputTokens == 100)
  }

  @Test func `refuses a call that has no room for an answer`() {
    let money = NanoDollars(rawValue: 1639)
    #expect(throws: BudgetReached.money(money, spent: .zero)) {
      try Budget(limits: Limits(money: money)).estimate(inputTokens: 1000, wanted: 2048, price: price)
    }
    #expect(throws: BudgetReached.tokens(1063, spent: 0)) {
      try Budget(limits: Limits(tokens: 1063)).estimate(inputTokens: 1000, wanted: 2048, price: price)
    }
  }

  @Test func `counts turns`() throws {
    var budget = Budget(limits: Limits(turns: 1))
    #expect(try budget.estimate(inputTokens: 1, wanted: 100, price: price).outputTokens == 100)
    budget.record(.computed(.zero), most: Self.small)
    #expect(throws: BudgetReached.turns(1)) { try budget.estimate(inputTokens: 1, wanted: 100, price: price) }
  }

  @Test func `counts a call of unknown cost as the most that it can have cost`() throws {
    var budget = Budget(limits: Limits(money: NanoDollars(rawValue: 3000)))
    budget.record(.unknown, most: CallEstimate(inputTokens: 100, outputTokens: 100, cost: NanoDollars(rawValue: 1100)))
    #expect(budget.isIncomplete)
    #expect(budget.spent == .zero)
    #expect(try budget.estimate(inputTokens: 900, wanted: 2048, price: price).outputTokens == 100)
  }

  @Test func `cannot keep a limit in money once a call had neither a cost nor a price`() {
    var budget = Budget(limits: Limits(money: NanoDollars(rawValue: 1_000_000)))
    budget.record(Usage(input: 1, output: 1), cost: .unknown, most: Self.small)
    #expect(throws: BudgetReached.unknownPrice) { try budget.estimate(inputTokens: 1, wanted: 100, price: price) }
  }

  @Test func `lowers the output to what is left of the fullest cap`() throws {
    let caps = [use(limit: 9000, spent: 1000), use(limit: 9000, spent: 6000, underWay: 1000)]
    #expect(
      try Budget(limits: Limits(money: NanoDollars(rawValue: 5000)))
        .estimate(inputTokens: 1000, wanted: 2048, caps: caps, price: price)
        == CallEstimate(inputTokens: 1000, outputTokens: 100, cost: NanoDollars(rawValue: 2000)))
  }

  @Test func `refuses a call that a cap has no room for`() {
    let cap = use(limit: 1639)
    #expect(throws: BudgetReached.cap(cap, nextCall: NanoDollars(rawValue: 1640))) {
      try Budget(limits: Limits()).estimate(inputTokens: 1000, wanted: 2048, caps: [cap], price: price)
    }
    #expect(throws: BudgetReached.cap(cap, nextCall: nil)) {
      try Budget(limits: Limits()).estimate(inputTokens: 1, wanted: 2048, caps: [cap]) { _, _ in nil }
    }
  }

  @Test func `counts what a server does not say as the most it can be`() {
    var budget = Budget(limits: Limits())
    budget.record(Usage(output: 7), cost: .unknown, most: Self.large)
    #expect(budget.tokens == 507)
    budget.record(Usage(), cost: .unknown, most: Self.large)
    #expect(budget.tokens == 1107)
  }

  @Test func `survives a server that reports absurd numbers`() {
    var budget = Budget(limits: Limits(money: NanoDollars(rawValue: 5), tokens: 5))
    for _ in 1...3 {
      budget.record(
        Usage(input: .max, output: .max), cost: .reported(NanoDollars(rawValue: .max)), most: Self.small
      )
    }
    #expect(budget.tokens == .max)
    #expect(throws: BudgetReached.tokens(5, spent: .max)) {
      try budget.estimate(inputTokens: .max, wanted: 100, price: price)
    }
  }

  @Test("never ends above its limits, whatever the calls use", arguments: 0..<200)
  func neverEndsAbove(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    let prices = try PriceTable.load()
    let limits = Limits(
      money: NanoDollars(rawValue: .random(in: 1...5_000_000, using: &chance)),
      tokens: .random(in: 1...40_000, using: &chance), turns: 1000)
    var budget = Budget(limits: limits)
    var calls = 0
    while true {
      let most = Int.random(in: 1...4000, using: &chance)
      let estimate: CallEstimate
      do {
        estimate = try budget.estimate(inputTokens: most, wanted: 2048) {
          prices.estimate(inputTokens: $0, maxOutput: $1, model: Self.haiku)
        }
      } catch { break }
      let input = Int.random(in: 0...most, using: &chance)
      let written = Int.random(in: 0...input, using: &chance)
      let usage = Usage(
        input: input - written, cacheRead: 0, cacheWrite5m: written, cacheWrite1h: 0,
        output: .random(in: 0...estimate.outputTokens, using: &chance))
      budget.record(usage, cost: prices.cost(of: usage, model: Self.haiku), most: estimate)
      calls += 1
      #expect(budget.tokens <= limits.tokens ?? 0)
      #expect(budget.spent <= limits.money ?? .zero)
    }
    #expect(budget.turns == calls)
  }
}
