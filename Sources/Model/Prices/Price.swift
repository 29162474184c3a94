/// What one token costs, by what becomes of it.
package struct Price: Sendable, Hashable, Codable {
  package var input: NanoDollars
  package var cacheRead: NanoDollars
  package var cacheWrite5m: NanoDollars
  package var cacheWrite1h: NanoDollars
  package var output: NanoDollars

  package init(
    input: NanoDollars, cacheRead: NanoDollars, cacheWrite5m: NanoDollars, cacheWrite1h: NanoDollars,
    output: NanoDollars
  ) {
    self.input = input
    self.cacheRead = cacheRead
    self.cacheWrite5m = cacheWrite5m
    self.cacheWrite1h = cacheWrite1h
    self.output = output
  }

  /// The tokens at this price. Nil where a counter is missing that is not free, or the sum has no room in an integer.
  func amount(for usage: Usage) -> NanoDollars? {
    sum([
      (usage.input, input), (usage.cacheRead, cacheRead), (usage.cacheWrite5m, cacheWrite5m),
      (usage.cacheWrite1h, cacheWrite1h), (usage.output, output),
    ])
  }

  /// The most that so many tokens can cost: every input token is written to the short-lived cache, or none is.
  func most(inputTokens: Int, outputTokens: Int) -> NanoDollars? {
    sum([(inputTokens, max(input, cacheWrite5m)), (outputTokens, output)])
  }

  private func sum(_ lines: [(tokens: Int?, each: NanoDollars)]) -> NanoDollars? {
    var total: Int64 = 0
    for (tokens, each) in lines where each != .zero {
      guard let tokens, tokens >= 0 else { return nil }
      let (amount, tooLarge) = Int64(tokens).multipliedReportingOverflow(by: each.rawValue)
      let (sum, overflow) = total.addingReportingOverflow(amount)
      guard !tooLarge, !overflow else { return nil }
      total = sum
    }
    return NanoDollars(rawValue: total)
  }
}
