/// The most that a call can use, known before it is made.
package struct CallEstimate: Sendable, Hashable {
  package var inputTokens: Int
  /// Thinking included: the call allows no more.
  package var outputTokens: Int
  /// Nil where the model has no price.
  package var cost: NanoDollars?

  package init(inputTokens: Int, outputTokens: Int, cost: NanoDollars?) {
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
    self.cost = cost
  }

  package var tokens: Int { inputTokens + outputTokens }
}
