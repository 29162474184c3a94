import Foundation

/// What `claude` says about a limit of the plan, with every answer or instead of one.
struct PlanLimit: Sendable, Hashable {
  /// Nothing more is answered.
  let isUsedUp: Bool
  let resetsAt: Date?
  /// Its own word for the limit: "five_hour", "seven_day_opus", "overage".
  let kind: String?
  /// What is asked now is paid as extra usage, beyond the plan.
  let drawsFromExtraUsage: Bool
  /// Extra usage is not to be had either, because there is none or it is not allowed.
  let isExtraUsageRefused: Bool

  init(_ json: JSONValue?) {
    isUsedUp = json?["status"]?.string == "rejected"
    resetsAt = (json?["resetsAt"]?.double).flatMap { (1...1e11).contains($0) ? Date(timeIntervalSince1970: $0) : nil }
    kind = json?["rateLimitType"]?.string
    drawsFromExtraUsage = json?["isUsingOverage"] == .bool(true)
    isExtraUsageRefused = json?["overageStatus"]?.string == "rejected"
  }

  /// From the headers of an answer that the API gave to a login; nil where they say nothing of a plan.
  init?(header: (String) -> String?) {
    guard let status = header("anthropic-ratelimit-unified-status") else { return nil }
    isUsedUp = status == "rejected"
    resetsAt = header("anthropic-ratelimit-unified-reset").flatMap(TimeInterval.init).map(
      Date.init(timeIntervalSince1970:))
    kind = header("anthropic-ratelimit-unified-representative-claim")
    drawsFromExtraUsage = false
    isExtraUsageRefused = header("anthropic-ratelimit-unified-overage-status") == "rejected"
  }

  /// What it means that this limit is used up; nil where it is not, or is one of the moment, without a name or an end.
  func error(message: String) -> ModelError? {
    guard isUsedUp else { return nil }
    if kind == "overage" { return .noExtraUsage(message: message, resetsAt: resetsAt) }
    return kind == nil && resetsAt == nil ? nil : .limitReached(limit: name, resetsAt: resetsAt)
  }

  /// The limit as people know it.
  var name: String {
    switch kind {
    case "five_hour": "The plan's five-hour limit"
    case "seven_day": "The plan's weekly limit"
    case "seven_day_opus": "The plan's weekly limit for Opus"
    case "seven_day_sonnet": "The plan's weekly limit for Sonnet"
    case "overage": "Extra usage"
    default: "The plan's limit"
    }
  }
}
