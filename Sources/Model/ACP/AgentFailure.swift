import Foundation

/// Why an agent gave no result.
enum AgentFailure: Error, Sendable, Hashable {
  case answered(RPCError)
  case ended(reason: String)
  /// What it said is not what the protocol asks for.
  case strange(String)

  /// What to tell the person: by codes first, by words second. `limit` is what the agent last said of its plan's limit.
  func error(of agent: AgentInfo, limit: PlanLimit? = nil) -> ModelError {
    switch self {
    case .ended(let reason): .programEnded(program: agent.name, reason: reason)
    case .strange(let reason): .incompatible(program: agent.name, reason: reason)
    case .answered(let error): Self.error(error, of: agent, limit: limit)
    }
  }

  private static func error(_ error: RPCError, of agent: AgentInfo, limit: PlanLimit?) -> ModelError {
    let quoted = error.quoted
    let id = quoted?.requestID
    let name = limit?.kind == nil ? "The limit of \(agent.name)" : limit?.name ?? ""
    let byWords = FailureWords.error(in: error.message, limit: name, resetsAt: limit?.resetsAt, requestID: id)
    if let error = limit?.error(message: error.message) { return error }
    if let error = quoted?.spendCap(message: error.message, requestID: id) { return error }
    switch (error.kind ?? quoted?.type, error.code) {
    case (_, RPCError.authenticationRequired), ("authentication_failed", _), ("authentication_error", _), (_, 401):
      return .notLoggedIn(program: agent.name, remedy: agent.login)
    case ("billing_error", _), (_, 402): return byWords ?? .billing(message: error.message, requestID: id)
    case ("permission_error", _), (_, 403): return byWords ?? .forbidden(message: error.message, requestID: id)
    case ("rate_limit", _), ("rate_limit_error", _), (_, 429):
      return byWords ?? .rateLimited(retryAfter: wait(error.message), requestID: id)
    default:
      if let byWords { return byWords }
      return FailureWords.speakOfRate(error.message)
        ? .rateLimited(retryAfter: wait(error.message), requestID: id)
        : .programFailed(program: agent.name, message: error.message)
    }
  }

  /// In seconds: what the words say, else a minute.
  private static func wait(_ message: String) -> Int {
    guard let reset = ResetTime.find(in: message) else { return 60 }
    return max(1, Int(reset.timeIntervalSinceNow.rounded(.up)))
  }
}
