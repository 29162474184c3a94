import Foundation
import TestSupport
import Testing

@testable import Model

/// Costs to the nano-dollar, and what has none.
@Suite struct PriceTests {
  private let table: PriceTable

  init() throws {
    table = try PriceTable.load()
  }

  @Test(arguments: [
    // USD per million tokens: input, cache read, 5-minute write, 1-hour write, output.
    ("claude-haiku-5-5", [0.10, 0.01, 0.125, 0.20, 0.50]), ("claude-sonnet-5-5", [2, 0.10, 2.50, 4, 10]),
    ("claude-opus-5-5", [4, 0.20, 5, 8, 20]), ("claude-fable-5-2", [8, 0.20, 10, 16, 40]),
    ("claude-fable-5-1", [10, 0.25, 12.50, 20, 50]), ("claude-opus-5", [5, 0.50, 6.25, 10, 25]),
    ("claude-opus-4-8", [5, 0.50, 6.25, 10, 25]), ("claude-opus-4-5", [5, 0.50, 6.25, 10, 25]),
    ("claude-sonnet-5", [2, 0.20, 2.50, 4, 10]), ("claude-sonnet-4-6", [3, 0.30, 3.75, 6, 15]),
    ("claude-haiku-4-5", [1, 0.10, 1.25, 2, 5]),
  ])
  func priceOfEachField(model: String, dollars: [Double]) throws {
    let usages = [
      Usage(input: 1, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 0),
      Usage(input: 0, cacheRead: 1, cacheWrite5m: 0, cacheWrite1h: 0, output: 0),
      Usage(input: 0, cacheRead: 0, cacheWrite5m: 1, cacheWrite1h: 0, output: 0),
      Usage(input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 1, output: 0),
      Usage(input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 1),
    ]
    let amounts = usages.map { table.cost(of: $0, model: model).amount?.rawValue }
    #expect(amounts == dollars.map { Int64(($0 * 1000).rounded()) })
  }

  @Test func longPromptMovesTheWholeRequestToItsBand() {
    func cost(_ input: Int) -> Cost {
      table.cost(
        of: Usage(input: input, cacheRead: 50_000, cacheWrite5m: 10_000, cacheWrite1h: 5000, output: 1000),
        model: "haiku")
    }
    let ordinary = [35_000 * 100, 50_000 * 10, 10_000 * 125, 5000 * 200, 1000 * 500]
    #expect(cost(35_000) == .computed(NanoDollars(rawValue: Int64(ordinary.reduce(0, +)))))
    let long = [35_001 * 500, 50_000 * 50, 10_000 * 625, 5000 * 1000, 1000 * 2500]
    #expect(cost(35_001) == .computed(NanoDollars(rawValue: Int64(long.reduce(0, +)))))
  }

  @Test func estimateIsNeverBelowTheCost() {
    for input in [0, 1, 99_999, 100_000, 100_001] {
      for written in [0, input / 2, input] {
        let usage = Usage(input: input - written, cacheRead: 0, cacheWrite5m: written, cacheWrite1h: 0, output: 300)
        let estimate = table.estimate(inputTokens: input, maxOutput: 300, model: "haiku")
        let cost = table.cost(of: usage, model: "haiku").amount
        #expect(estimate != nil && cost != nil && (estimate ?? .zero) >= (cost ?? .zero))
      }
    }
    let estimate = table.estimate(inputTokens: 1000, maxOutput: 100, model: "haiku")
    #expect(estimate == NanoDollars(rawValue: 1000 * 125 + 100 * 500))
  }

  @Test(arguments: ["claude-haiku-6", "claude-haiku-5-5-2026", "claude-haiku-5-5-preview", "qwen3", ""])
  func unknownModelHasNoPrice(model: String) {
    #expect(table[model] == nil)
    #expect(
      table.cost(of: Usage(input: 1, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 1), model: model)
        == .unknown)
    #expect(table.estimate(inputTokens: 1, maxOutput: 1, model: model) == nil)
  }

  @Test func aliasAndDatedSnapshotAreTheModel() {
    #expect(table.id("haiku") == "claude-haiku-5-5")
    #expect(table.id("sonnet") == "claude-sonnet-5-5")
    #expect(table.id("opus") == "claude-opus-5-5")
    #expect(table.id("claude-haiku-4-5-20251001") == "claude-haiku-4-5-20251001")
    #expect(table["claude-haiku-4-5-20251001"] == table["claude-haiku-4-5"])
  }

  @Test(arguments: [\Usage.input, \.cacheRead, \.cacheWrite5m, \.cacheWrite1h, \.output])
  func missingOrImpossibleCounterLeavesTheCostUnknown(counter: WritableKeyPath<Usage, Int?> & Sendable) {
    var usage = Usage(input: 1, cacheRead: 1, cacheWrite5m: 1, cacheWrite1h: 1, output: 1)
    for count in [nil, -1, Int.max] {
      usage[keyPath: counter] = count
      #expect(table.cost(of: usage, model: "opus") == .unknown)
    }
  }

  @Test func everyRowIsPlausible() {
    #expect(table.models.count >= 14)
    for (id, row) in table.models {
      #expect(row.price.cacheRead < row.price.input, "\(id)")
      #expect(row.price.input < row.price.cacheWrite5m, "\(id)")
      #expect(row.price.cacheWrite5m < row.price.cacheWrite1h, "\(id)")
      #expect(row.price.cacheWrite1h < row.price.output, "\(id)")
      #expect(row.sources?.isEmpty == false && row.thinking != nil && row.effort != nil, "\(id)")
    }
    #expect(table.aliases.values.allSatisfy { table.models[$0] != nil })
  }
}
