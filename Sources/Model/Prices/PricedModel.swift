/// A model of the price table: what it costs, and what a request to it may say.
package struct PricedModel: Sendable, Hashable, Codable {
  /// The prices of a whole request whose input, cached or not, exceeds a length.
  package struct LongPrompt: Sendable, Hashable, Codable {
    /// In tokens; a request of exactly so many still has the ordinary price.
    package var above: Int
    package var price: Price
  }

  /// Whether the model thinks before it answers. Thinking counts as output and needs room in `maxTokens`.
  package enum Thinking: String, Sendable, Codable {
    case always
    case unlessAskedNotTo = "unless-asked-not-to"
    case whenAsked = "when-asked"
  }

  package var price: Price
  package var longPrompt: LongPrompt?
  /// In tokens; the server never caches a shorter prefix. Nil where nothing is known about caching.
  package var minCacheablePrefix: Int?
  /// Whether it takes `output_config.effort`.
  package var effort: Bool?
  package var thinking: Thinking?
  /// The pages that the row was taken from.
  package var sources: [String]?

  package init(
    price: Price, longPrompt: LongPrompt? = nil, minCacheablePrefix: Int? = nil, effort: Bool? = nil,
    thinking: Thinking? = nil, sources: [String]? = nil
  ) {
    self.price = price
    self.longPrompt = longPrompt
    self.minCacheablePrefix = minCacheablePrefix
    self.effort = effort
    self.thinking = thinking
    self.sources = sources
  }

  /// The prices of a request with so many input tokens, cached ones included.
  func price(forInput tokens: Int) -> Price {
    if let longPrompt, tokens > longPrompt.above { longPrompt.price } else { price }
  }
}
