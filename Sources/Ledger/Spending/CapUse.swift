import Model

/// How much of a cap is used.
package struct CapUse: Sendable, Hashable {
  package var cap: Cap
  /// What the person agreed to beyond the cap, in the period that runs.
  package var agreed: NanoDollars
  /// What calls that are over cost, at most where the truth is not known.
  package var spent: NanoDollars
  /// What calls that are under way, of any task, can cost at most.
  package var underWay: NanoDollars
  /// How many calls are not in it, because neither their cost nor a price was known.
  package var unknown: Int

  package init(
    cap: Cap, agreed: NanoDollars = .zero, spent: NanoDollars = .zero, underWay: NanoDollars = .zero, unknown: Int = 0
  ) {
    self.cap = cap
    self.agreed = agreed
    self.spent = spent
    self.underWay = underWay
    self.unknown = unknown
  }

  package var limit: NanoDollars { cap.limit + agreed }

  /// What the next call may cost; negative where more was spent than the limit is now.
  package var left: NanoDollars { limit - spent - underWay }

  /// The limit that holds once the person agrees to go on: as much again as the cap, and the next call at least.
  package func nextLimit(forCall cost: NanoDollars) -> NanoDollars {
    max(limit, spent + underWay) + max(cap.limit, cost)
  }
}
