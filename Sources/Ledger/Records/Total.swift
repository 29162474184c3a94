import Model

/// A sum of costs, of which some may be unknown: it is then the least that was spent.
package struct CostTotal: Sendable, Hashable {
  package private(set) var known: NanoDollars
  /// How many costs are unknown and therefore not in `known`.
  package private(set) var unknown: Int

  package init(known: NanoDollars = .zero, unknown: Int = 0) {
    self.known = known
    self.unknown = unknown
  }

  /// The sum to the nano-dollar; nil where a part of it is unknown.
  package var exact: NanoDollars? { unknown == 0 ? known : nil }

  package static func += (total: inout Self, cost: Cost) {
    if let amount = cost.amount {
      total.known += amount
    } else {
      total.unknown += 1
    }
  }

  package static func += (total: inout Self, other: Self) {
    total.known += other.known
    total.unknown += other.unknown
  }
}

extension CostTotal: CustomStringConvertible {
  /// "$0.00031", "at least $0.00031", or "$?" where nothing is known.
  package var description: String { described(known.description, atLeast: "at least ") }

  /// In little room: "≥$0.00031", rounded as ``NanoDollars/short`` is.
  package var short: String { described(known.short, atLeast: "≥") }

  /// In little room and to the nano-dollar: "≥$0.000310005".
  package var exactShort: String { described(known.description, atLeast: "≥") }

  private func described(_ amount: String, atLeast: String) -> String {
    if unknown == 0 { return amount }
    return known == .zero ? Cost.unknown.description : atLeast + amount
  }
}

/// The sums over some turns.
package struct Total: Sendable, Hashable {
  package var turns = 0
  /// How many turns have no token counts, because they failed or the server reported none.
  package var unreported = 0
  package var input = 0
  package var output = 0
  package var cacheWrite = 0
  package var cacheRead = 0
  package var images = 0
  package var cost = CostTotal()
  /// What was spent at most, with unknown costs at what was reserved for them; nil where one has no such bound.
  package var mostCost: NanoDollars? = .zero
  /// The part of the cost that model clients reported; the rest was computed from tokens and prices.
  package var reported = NanoDollars.zero

  package init(_ turns: some Sequence<TurnRecord> = []) {
    for turn in turns { self += turn }
  }

  package var tokens: Int { input + output + cacheWrite + cacheRead }

  package static func += (total: inout Self, turn: TurnRecord) {
    total.turns += 1
    total.unreported += turn.usage.isReported ? 0 : 1
    total.input += turn.usage.input ?? 0
    total.output += turn.usage.output ?? 0
    total.cacheWrite += turn.usage.cacheWrite ?? 0
    total.cacheRead += turn.usage.cacheRead ?? 0
    total.images += turn.images
    total.cost += turn.cost
    total.mostCost += turn.cost.amount ?? turn.mostCost
    if case .reported(let amount) = turn.cost { total.reported += amount }
  }

  package static func += (total: inout Self, other: Self) {
    total.turns += other.turns
    total.unreported += other.unreported
    total.input += other.input
    total.output += other.output
    total.cacheWrite += other.cacheWrite
    total.cacheRead += other.cacheRead
    total.images += other.images
    total.cost += other.cost
    total.mostCost += other.mostCost
    total.reported += other.reported
  }
}

extension NanoDollars? {
  /// A sum that is known only where all of it is.
  static func += (sum: inout Self, amount: Self) {
    sum = sum.flatMap { sum in amount.map { sum + $0 } }
  }
}

extension Usage {
  var isReported: Bool { input != nil && output != nil }

  /// Everything that was written to a cache; nil where neither kind was reported.
  var cacheWrite: Int? {
    cacheWrite5m == nil && cacheWrite1h == nil ? nil : (cacheWrite5m ?? 0) + (cacheWrite1h ?? 0)
  }
}
