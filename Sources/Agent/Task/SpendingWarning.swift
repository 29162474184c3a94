import Ledger
import Model

/// That a call took the use of a limit past a mark.
package struct SpendingWarning: Sendable, Hashable {
  package enum Limit: Sendable, Hashable {
    /// Shared by all tasks.
    case cap(CapUse)
    /// The task's own, in dollars.
    case money(NanoDollars, spent: NanoDollars)
    /// The task's own, in tokens.
    case tokens(Int, used: Int)
  }

  package var limit: Limit
  /// How much of the limit is used at least: one of ``marks``.
  package var percent: Int

  package static let marks = [50, 80, 95]

  /// Nil where a call that used `last` of it passed no mark.
  init?(_ limit: Limit, last: Int64) {
    let (most, used) = limit.numbers
    guard last > 0, let mark = Self.marks.last(where: { used >= Self.share($0, of: most) }),
      used - last < Self.share(mark, of: most)
    else { return nil }
    self.limit = limit
    percent = mark
  }

  /// Divided first, because a hundredfold may have no room in an integer; rounded up.
  private static func share(_ percent: Int, of most: Int64) -> Int64 {
    let percent = Int64(percent)
    return most / 100 * percent + (most % 100 * percent + 99) / 100
  }
}

extension SpendingWarning.Limit {
  fileprivate var numbers: (most: Int64, used: Int64) {
    switch self {
    case .cap(let use): (use.limit.rawValue, use.spent.rawValue)
    case .money(let limit, let spent): (limit.rawValue, spent.rawValue)
    case .tokens(let limit, let used): (Int64(limit), Int64(used))
    }
  }
}

extension TaskRunner {
  /// Tells the person which limits the last call took past a mark; `before` is the budget without that call.
  func warn(after cost: Cost, most: CallEstimate, before: Budget) async throws(LedgerError) {
    let caps = policy.caps.filter { $0.covers(model.identity.mode) }
    let spent = (cost.amount ?? most.cost ?? .zero).rawValue
    var warnings = try await ledger.use(of: caps).map { SpendingWarning(.cap($0), last: spent) }
    if let limit = budget.limits.money {
      let (now, then) = (budget.spentAtMost ?? budget.spent, before.spentAtMost ?? before.spent)
      warnings.append(SpendingWarning(.money(limit, spent: now), last: now.rawValue - then.rawValue))
    }
    if let limit = budget.limits.tokens {
      warnings.append(SpendingWarning(.tokens(limit, used: budget.tokens), last: Int64(budget.tokens - before.tokens)))
    }
    for case let warning? in warnings { person.see(.warning(warning)) }
  }
}
