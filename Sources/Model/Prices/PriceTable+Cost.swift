extension PriceTable {
  /// What a call cost. Unknown where the model has no price, or the server left out a counter that is not free.
  package func cost(of usage: Usage, model: String) -> Cost {
    guard let row = self[model] else { return .unknown }
    let price = row.price(forInput: usage.totalInput ?? 0)
    guard let amount = price.amount(for: usage) else { return .unknown }
    return .computed(amount)
  }

  /// The most that a call can cost, before it is made; nil where the model has no price.
  package func estimate(inputTokens: Int, maxOutput: Int, model: String) -> NanoDollars? {
    self[model]?.price(forInput: inputTokens).most(inputTokens: inputTokens, outputTokens: maxOutput)
  }
}
