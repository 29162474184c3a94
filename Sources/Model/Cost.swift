/// What one model call cost, and how that is known.
package enum Cost: Sendable, Hashable {
  /// From the reported tokens and the price table.
  case computed(NanoDollars)
  /// As the model client reported it.
  case reported(NanoDollars)
  /// Neither a price nor a report: never counted as zero.
  case unknown

  /// The amount, nil where it is unknown.
  package var amount: NanoDollars? {
    switch self {
    case .computed(let amount), .reported(let amount): amount
    case .unknown: nil
    }
  }
}
