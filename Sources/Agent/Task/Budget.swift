import Ledger
import Model

/// Keeps a task within its limits: asked before each call with the worst that call can cost, told the
/// truth after it.
package struct Budget: Sendable {
  package let limits: Limits
  package private(set) var spent: NanoDollars
  package private(set) var tokens: Int
  package private(set) var turns: Int
  /// True once a call's cost could not be known: `spent` is then the least that was spent.
  package private(set) var isIncomplete: Bool
  /// What was spent at most: calls of unknown cost count as the most that they can have cost. Nil where one has no
  /// such bound.
  package private(set) var spentAtMost: NanoDollars?

  /// `past` is what a task that is taken up again has used.
  package init(limits: Limits, past: TaskUse = TaskUse()) {
    self.limits = limits
    spent = past.cost.known
    tokens = past.tokens
    turns = past.turns
    isIncomplete = past.cost.unknown > 0
    spentAtMost = past.mostCost
  }

  /// The most that the next call may use so that it cannot end above a limit or a cap.
  ///
  /// `inputTokens` is the most that its input can count, `wanted` how many output tokens it should have; `price` tells
  /// what so many input and output tokens cost at most, nil where the model has no price.
  package func estimate(
    inputTokens: Int, wanted: Int, caps: [CapUse] = [], price: (_ input: Int, _ output: Int) -> NanoDollars?
  ) throws(BudgetReached) -> CallEstimate {
    guard turns < limits.turns else { throw .turns(limits.turns) }
    var output = wanted
    if let limit = limits.tokens {
      output = min(output, limit - min(tokens, limit) - inputTokens)
      guard output >= Self.leastUsefulOutput else { throw .tokens(limit, spent: tokens) }
    }
    let least = price(inputTokens, Self.leastUsefulOutput)
    var left: [NanoDollars] = []
    if let limit = limits.money {
      guard let spentAtMost, let least else { throw .unknownPrice }
      left.append(limit - spentAtMost)
      guard least <= limit - spentAtMost else { throw .money(limit, spent: spent) }
    }
    for use in caps {
      guard let least, least <= use.left else { throw .cap(use, nextCall: least) }
      left.append(use.left)
    }
    if let left = left.min() {
      output = largest(upTo: output) { price(inputTokens, $0).map { $0 <= left } ?? false }
    }
    return CallEstimate(inputTokens: inputTokens, outputTokens: output, cost: price(inputTokens, output))
  }

  /// Counts a call that was answered. What the server did not say counts as `most`.
  package mutating func record(_ usage: Usage, cost: Cost, most: CallEstimate) {
    for count in [usage.totalInput ?? most.inputTokens, usage.output ?? most.outputTokens] {
      tokens = Self.sum(tokens, count)
    }
    count(cost, most: most)
  }

  /// Counts a call that failed: unless it cost nothing, the server may have done all of it.
  package mutating func record(_ cost: Cost, most: CallEstimate) {
    if cost.amount != .zero { tokens = Self.sum(tokens, most.tokens) }
    count(cost, most: most)
  }

  private mutating func count(_ cost: Cost, most: CallEstimate) {
    turns += 1
    spentAtMost = Self.sum(spentAtMost, cost.amount ?? most.cost)
    if let amount = cost.amount {
      spent = Self.sum(spent, amount)
    } else {
      isIncomplete = true
    }
  }

  private static func sum(_ left: NanoDollars?, _ right: NanoDollars?) -> NanoDollars? {
    guard let left, let right else { return nil }
    return sum(left, right)
  }

  private static func sum(_ left: NanoDollars, _ right: NanoDollars) -> NanoDollars {
    NanoDollars(rawValue: sum(left.rawValue, right.rawValue))
  }

  /// Stays at the largest number where there is no larger one: what is counted is a server's word.
  private static func sum<Number: FixedWidthInteger>(_ left: Number, _ right: Number) -> Number {
    let (sum, overflow) = left.addingReportingOverflow(max(0, right))
    return overflow ? .max : sum
  }

  /// Room for a few commands: a reply cut shorter than this is of no use.
  private static let leastUsefulOutput = 64

  private func largest(upTo most: Int, where fits: (Int) -> Bool) -> Int {
    var low = Self.leastUsefulOutput
    var high = max(most, low)
    while low < high {
      let middle = (low + high + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
