/// What an agent has told in the course of a turn.
struct AgentTurn: Sendable {
  private(set) var text = ""
  /// The titles of the tools it used.
  private(set) var tools: [String] = []
  /// Its session's total, in its own currency.
  private(set) var cost: (amount: Double, currency: String)?
  /// What it last said of its plan's limit.
  private(set) var limit: PlanLimit?
  /// The answer to `session/prompt`, or why there is none.
  var result: Result<JSONValue, ModelError>?
  private var wasInterrupted = false

  mutating func take(_ update: AgentUpdate) {
    switch update {
    case .words(let words):
      // What it says after using a tool is another message.
      if wasInterrupted, !text.isEmpty { text += "\n" }
      wasInterrupted = false
      text += words
    case .tool(let title):
      wasInterrupted = true
      tools.append(title)
    case .cost(let amount, let currency): cost = (amount, currency)
    case .limit(let limit): self.limit = limit
    }
  }

  /// The answer; `cost` is the turn's own.
  func reply(from agent: AgentInfo, cost: Cost, total: ReportedTotal?) throws(ModelError) -> ModelReply {
    let result = try (result ?? .success(.null)).get()
    let stop: StopReason
    switch result["stopReason"]?.string {
    case "cancelled": throw .programFailed(program: agent.name, message: "it broke off by itself")
    case let word?: stop = StopReason(word: word)
    case nil: throw .incompatible(program: agent.name, reason: "its answer has no stop reason")
    }
    if let error = FailureWords.error(
      inPlaceOfReply: text, limit: "The limit of \(agent.name)", resetsAt: limit?.resetsAt)
    {
      throw error
    }
    return ModelReply(
      message: Message(.assistant, text: text), stopReason: stop, usage: Usage(agent: result["usage"]), cost: cost,
      reportedTotal: total)
  }
}

extension Usage {
  /// The `usage` of a prompt's response, a draft of the protocol.
  init(agent json: JSONValue?) {
    let written = json?["cachedWriteTokens"]?.count
    self.init(
      input: json?["inputTokens"]?.count, cacheRead: json?["cachedReadTokens"]?.count, cacheWrite5m: written,
      cacheWrite1h: written.map { _ in 0 }, output: json?["outputTokens"]?.count,
      thinking: json?["thoughtTokens"]?.count)
  }
}
