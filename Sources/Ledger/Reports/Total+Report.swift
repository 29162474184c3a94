import Model

extension Total {
  /// The titles of ``cells``: ccusage's, in ccusage's order.
  static let columns = [
    Table.Column("Input", .right), Table.Column("Output", .right),
    Table.Column("Cache Create", .right, dispensable: 3), Table.Column("Cache Read", .right, dispensable: 2),
    Table.Column("Total Tokens", .right, dispensable: 1), Table.Column("Cost (USD)", .right),
  ]

  /// The names of what is encoded, in the order of ccusage's columns.
  static let keys: [String] = [
    CodingKeys.turns, .inputTokens, .outputTokens, .cacheCreationTokens, .cacheReadTokens, .totalTokens, .images,
    .totalCost, .totalCostNanoUSD, .totalCostAtMost, .totalCostAtMostNanoUSD, .reportedCost, .reportedCostNanoUSD,
    .unknownCosts, .unreportedTurns,
  ].map(\.stringValue)

  var cells: [String] {
    [input, output, cacheWrite, cacheRead, tokens].map { Cell.number($0) } + [cost.short]
  }

  /// What the sums leave out, in sentences.
  var notes: [String] {
    var notes: [String] = []
    if cost.unknown > 0 {
      let most = mostCost.map { ", and counts as the most that it can be: \($0.short) in all" } ?? ""
      notes.append("≥ at least, $? not known: the cost of \(Self.turns(cost.unknown)) is unknown\(most).")
    }
    if reported != .zero {
      notes.append(
        reported == cost.known
          ? "The costs are what the model client reported."
          : "\(reported.short) is what the model client reported, the rest is computed from tokens and prices.")
    }
    if unreported > 0 {
      notes.append("The tokens of \(Self.turns(unreported)) were not reported and are not counted.")
    }
    return notes
  }

  private static func turns(_ count: Int) -> String {
    count == 1 ? "1 turn" : "\(Cell.number(count)) turns"
  }
}

extension Total: Encodable {
  package enum CodingKeys: String, CodingKey {
    case turns
    case inputTokens, outputTokens, cacheCreationTokens, cacheReadTokens, totalTokens
    case images
    /// The least that was spent; left out where nothing of it is known.
    case totalCost, totalCostNanoUSD
    /// The most that was spent, where costs are unknown; left out where one of them has no bound.
    case totalCostAtMost, totalCostAtMostNanoUSD
    /// The part of it that model clients reported; the rest was computed from tokens and prices.
    case reportedCost, reportedCostNanoUSD
    /// How many turns' costs are not in `totalCost`, and how many turns' tokens are not counted.
    case unknownCosts, unreportedTurns
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(turns, forKey: .turns)
    try container.encode(input, forKey: .inputTokens)
    try container.encode(output, forKey: .outputTokens)
    try container.encode(cacheWrite, forKey: .cacheCreationTokens)
    try container.encode(cacheRead, forKey: .cacheReadTokens)
    try container.encode(tokens, forKey: .totalTokens)
    try container.encode(images, forKey: .images)
    if cost.unknown == 0 || cost.known != .zero {
      try container.encode(cost.known.dollars, forKey: .totalCost)
      try container.encode(cost.known, forKey: .totalCostNanoUSD)
    }
    if cost.unknown > 0 {
      try container.encodeIfPresent(mostCost?.dollars, forKey: .totalCostAtMost)
      try container.encodeIfPresent(mostCost, forKey: .totalCostAtMostNanoUSD)
    }
    try container.encode(reported.dollars, forKey: .reportedCost)
    try container.encode(reported, forKey: .reportedCostNanoUSD)
    try container.encode(cost.unknown, forKey: .unknownCosts)
    try container.encode(unreported, forKey: .unreportedTurns)
  }
}
