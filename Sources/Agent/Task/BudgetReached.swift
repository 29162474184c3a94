import Ledger
import Model

/// The limit that the next call could break.
package enum BudgetReached: Error, Sendable, Hashable {
  case money(NanoDollars, spent: NanoDollars)
  case tokens(Int, spent: Int)
  case turns(Int)
  /// A limit in dollars cannot be kept for a model whose price is unknown.
  case unknownPrice
  /// A cap that holds for all tasks, and what the next call costs at least to be of use; nil where the model has no
  /// price.
  case cap(CapUse, nextCall: NanoDollars?)
}
