import Foundation
import Model

/// Money that a person declared, and what was taken from it.
package struct Fund: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Prepaid API credit.
    case balance
    /// A plan's monthly pool.
    case pool(Plan)
  }

  package var kind: Kind
  /// What there was at the start.
  package var amount: NanoDollars
  /// Spending from then on is taken from it.
  package var since: Date
  /// When a pool is full again.
  package var resets: Date?
  package var spent: CostTotal

  package init(kind: Kind, amount: NanoDollars, since: Date, resets: Date? = nil, spent: CostTotal) {
    self.kind = kind
    self.amount = amount
    self.since = since
    self.resets = resets
    self.spent = spent
  }

  /// What is left, at most: costs that are not known are not taken off. Never negative.
  package var left: NanoDollars { max(.zero, amount - spent.known) }

  /// Which spending is taken from it.
  package var mode: BillingMode {
    switch kind {
    case .balance: .api
    case .pool: .subscription
    }
  }
}
