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
