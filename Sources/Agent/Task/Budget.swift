import Model
import Outline

/// What a task may spend.
package struct Limits: Sendable, Hashable {
  package var money: NanoDollars?
  package var tokens: Int?
  package var turns: Int
  package var images: Int

  /// The most images that any task may send.
  package static let mostImages = 20

  package init(money: NanoDollars? = nil, tokens: Int? = nil, turns: Int = 40, images: Int = mostImages) {
    self.money = money
    self.tokens = tokens
    self.turns = turns
    self.images = max(0, min(images, Self.mostImages))
  }
}

/// Keeps a task within its limits: asked before each call with the worst that call can cost, told the
/// truth after it.
package struct Budget: Sendable {
  package let limits: Limits
  package private(set) var spent = NanoDollars.zero
  package private(set) var tokens = 0
  package private(set) var turns = 0
  /// True once a call's cost could not be known: `spent` is then the least that was spent.
  package private(set) var isIncomplete = false

  package init(limits: Limits) {
    self.limits = limits
  }

  /// How many output tokens, `wanted` at most, the next call may use so that it cannot end above a limit.
  ///
  /// `inputTokens` is the most that its input can count; `price` tells what so many input and output tokens cost at
  /// most, nil where the model has no price.
  package func allowance(
    inputTokens: Int, wanted: Int, price: (_ input: Int, _ output: Int) -> NanoDollars?
  ) throws(BudgetReached) -> Int {
    guard turns < limits.turns else { throw .turns(limits.turns) }
    var output = wanted
    if let limit = limits.tokens {
      output = min(output, limit - min(tokens, limit) - inputTokens)
      guard output >= Self.leastUsefulOutput else { throw .tokens(limit, spent: tokens) }
    }
    if let limit = limits.money {
      guard !isIncomplete, let least = price(inputTokens, Self.leastUsefulOutput) else { throw .unknownPrice }
      let left = limit - spent
      guard least <= left else { throw .money(limit, spent: spent) }
      output = largest(upTo: output) { price(inputTokens, $0).map { $0 <= left } ?? false }
    }
    return output
  }

  /// Counts a call that was answered. Where the server did not say how many tokens it used, they count as `most`.
  package mutating func record(_ usage: Usage, cost: Cost, most: Usage) {
    for count in [usage.totalInput ?? most.input, usage.output ?? most.output] {
      tokens = Self.sum(tokens, count ?? 0)
    }
    record(cost)
  }

  /// Counts a call that failed.
  package mutating func record(_ cost: Cost) {
    turns += 1
    if let amount = cost.amount {
      spent.rawValue = Self.sum(spent.rawValue, amount.rawValue)
    } else {
      isIncomplete = true
    }
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

/// The limit that the next call could break.
package enum BudgetReached: Error, Sendable, Hashable {
  case money(NanoDollars, spent: NanoDollars)
  case tokens(Int, spent: Int)
  case turns(Int)
  /// A limit in dollars cannot be kept for a model whose price is unknown.
  case unknownPrice
}
