import Model

extension TaskReport: Encodable {
  package enum CodingKeys: String, CodingKey {
    case task, turns
    case total = "totals"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(task, forKey: .task)
    try container.encode(turns, forKey: .turns)
    try container.encode(total, forKey: .total)
  }
}

extension TaskReport.Turn: Encodable {
  package enum CodingKeys: String, CodingKey {
    case steps
    /// What its pictures cost by themselves, estimated; left out where there are none, or no price.
    case imageCostEstimate, imageCostEstimateNanoUSD
  }

  /// The fields of the turn and, beside them, its commands.
  package func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(steps, forKey: .steps)
    try container.encodeIfPresent(imageCost?.dollars, forKey: .imageCostEstimate)
    try container.encodeIfPresent(imageCost, forKey: .imageCostEstimateNanoUSD)
  }
}

extension Step: Encodable {
  package enum CodingKeys: String, CodingKey {
    case verb, ref, route, effect, reason
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(verb, forKey: .verb)
    try container.encodeIfPresent(ref, forKey: .ref)
    try container.encodeIfPresent(route, forKey: .route)
    try container.encode(effect, forKey: .effect)
    try container.encodeIfPresent(reason, forKey: .reason)
  }
}
