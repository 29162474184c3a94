import Foundation
import Model

extension TaskRecord: Encodable {
  package enum CodingKeys: String, CodingKey, CaseIterable {
    case id, request, program, mode, model, state
    /// Whether a stronger model may take over, as with `--model auto`.
    case mayMoveUp
    case startedAt, endedAt
    /// Limits, left out where there is none.
    case budgetUSD, budgetNanoUSD, budgetTokens, maxTurns, maxImages
  }

  /// The fields of the task and, beside them, those of its sums.
  package func encode(to encoder: any Encoder) throws {
    try total.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id.description, forKey: .id)
    try container.encodeIfPresent(request, forKey: .request)
    try container.encodeIfPresent(program, forKey: .program)
    try container.encode(mode, forKey: .mode)
    try container.encode(model, forKey: .model)
    try container.encode(state, forKey: .state)
    try container.encode(mayMoveUp, forKey: .mayMoveUp)
    try container.encode(started, forKey: .startedAt)
    try container.encodeIfPresent(ended, forKey: .endedAt)
    try container.encodeIfPresent(limits.budget?.dollars, forKey: .budgetUSD)
    try container.encodeIfPresent(limits.budget, forKey: .budgetNanoUSD)
    try container.encodeIfPresent(limits.tokens, forKey: .budgetTokens)
    try container.encodeIfPresent(limits.turns, forKey: .maxTurns)
    try container.encodeIfPresent(limits.images, forKey: .maxImages)
  }
}
