/// Why an agent gave no result.
enum AgentFailure: Error, Sendable, Hashable {
  case answered(RPCError)
  case ended(reason: String)
  /// What it said is not what the protocol asks for.
  case strange(String)

  /// What to tell the person.
  func error(of agent: AgentInfo) -> ModelError {
    switch self {
    case .ended(let reason): .programEnded(program: agent.name, reason: reason)
    case .strange(let reason): .incompatible(program: agent.name, reason: reason)
    case .answered(let error) where error.code == RPCError.authenticationRequired:
      .notLoggedIn(program: agent.name, remedy: agent.login)
    case .answered(let error):
      FailureWords.error(in: error.message, limit: "The limit of \(agent.name)", resetsAt: nil)
        ?? .programFailed(program: agent.name, message: error.message)
    }
  }
}
