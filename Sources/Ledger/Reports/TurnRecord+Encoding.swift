import Foundation
import Model

extension TurnRecord: Encodable {
  package enum CodingKeys: String, CodingKey, CaseIterable {
    case id, task, turn, state, program, mode, host
    /// The model that answered (or was asked, where the server named none), and the one that was asked.
    case model, requestedModel
    case startedAt, durationMs
    case promptVersion, outlineTokensEstimate
    /// Pictures that the turn added, and their estimated tokens.
    case images, imageTokensEstimate
    /// As the server reported them, left out where it did not.
    case inputTokens, outputTokens, thinkingTokens, cacheReadTokens
    case cacheCreationTokens, cacheCreation5mTokens, cacheCreation1hTokens
    /// The turn's delta, left out where it is unknown; `costSource` is computed, reported or unknown.
    case cost, costNanoUSD, costSource, priceTable
    /// The most that a turn of unknown cost can have cost, which caps and budgets count; left out where it is not known.
    case costAtMost, costAtMostNanoUSD
    /// The task's known total after the turn, and how many of its turns' costs are not in it.
    case taskCostAfter, taskCostAfterNanoUSD, taskUnknownCostsAfter
    case retries, stopReason, errorType, httpStatus, requestID
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id.description, forKey: .id)
    try container.encode(task.description, forKey: .task)
    try container.encode(number, forKey: .turn)
    try container.encode(state, forKey: .state)
    try container.encodeIfPresent(program, forKey: .program)
    try container.encode(mode, forKey: .mode)
    try container.encodeIfPresent(host, forKey: .host)
    try container.encode(model, forKey: .model)
    try container.encode(requestedModel, forKey: .requestedModel)
    try container.encode(started, forKey: .startedAt)
    try container.encodeIfPresent(milliseconds, forKey: .durationMs)
    try container.encode(promptVersion, forKey: .promptVersion)
    try container.encodeIfPresent(outlineTokens, forKey: .outlineTokensEstimate)
    try container.encode(images, forKey: .images)
    try container.encode(imageTokens, forKey: .imageTokensEstimate)
    try encodeUsage(into: &container)
    try encodeCost(into: &container)
    try container.encode(retries, forKey: .retries)
    try container.encodeIfPresent(stopReason, forKey: .stopReason)
    try container.encodeIfPresent(errorType, forKey: .errorType)
    try container.encodeIfPresent(httpStatus, forKey: .httpStatus)
    try container.encodeIfPresent(requestID, forKey: .requestID)
  }

  private func encodeUsage(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    try container.encodeIfPresent(usage.input, forKey: .inputTokens)
    try container.encodeIfPresent(usage.output, forKey: .outputTokens)
    try container.encodeIfPresent(usage.thinking, forKey: .thinkingTokens)
    try container.encodeIfPresent(usage.cacheRead, forKey: .cacheReadTokens)
    try container.encodeIfPresent(usage.cacheWrite, forKey: .cacheCreationTokens)
    try container.encodeIfPresent(usage.cacheWrite5m, forKey: .cacheCreation5mTokens)
    try container.encodeIfPresent(usage.cacheWrite1h, forKey: .cacheCreation1hTokens)
  }

  private func encodeCost(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    try container.encodeIfPresent(cost.amount?.dollars, forKey: .cost)
    try container.encodeIfPresent(cost.amount, forKey: .costNanoUSD)
    try container.encode(cost.source, forKey: .costSource)
    try container.encodeIfPresent(priceTableVersion, forKey: .priceTable)
    if cost == .unknown {
      try container.encodeIfPresent(mostCost?.dollars, forKey: .costAtMost)
      try container.encodeIfPresent(mostCost, forKey: .costAtMostNanoUSD)
    }
    try container.encode(taskCostAfter.known.dollars, forKey: .taskCostAfter)
    try container.encode(taskCostAfter.known, forKey: .taskCostAfterNanoUSD)
    try container.encode(taskCostAfter.unknown, forKey: .taskUnknownCostsAfter)
  }
}
