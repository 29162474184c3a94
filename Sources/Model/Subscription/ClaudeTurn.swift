/// What `claude` has told in the course of a turn.
struct ClaudeTurn: Sendable {
  /// What the model said.
  private(set) var words: [ClaudeWords] = []
  /// What it said in the model's place, last.
  private(set) var ownWords: ClaudeWords?
  private(set) var limit: PlanLimit?
  private(set) var retries = 0
  /// Why it tried again last.
  private(set) var lastRetry: ModelError?
  /// Why the answer is not whole.
  private(set) var cut: StopReason?
  private(set) var result: ClaudeResult?
  /// What is wrong beyond what the result may say.
  var verdict: ModelError?

  /// A longer wait than this before `claude` tries again is not waited for.
  static let longestWait = Duration.seconds(60)

  /// Takes a message; true where the turn should be broken off.
  mutating func take(_ message: ClaudeMessage) -> Bool {
    switch message {
    case .began(let source):
      guard let source, source != "none" else { return false }
      verdict = .otherPayer(
        program: ClaudeProgram.name, payer: "the API credit of \(ServerText.clean(source, limit: 60))")
      return true
    case .said(let words):
      if words.model == nil { ownWords = words } else { self.words.append(words) }
      return false
    case .asksAgain(let wasRefused):
      // It would go on by itself, up to three times, and nobody has agreed to pay for that.
      cut = wasRefused ? .refusal : .maxTokens
      return true
    case .limit(let limit):
      self.limit = limit
      return false
    case .retries(let notice):
      retries += 1
      lastRetry = notice.error
      switch notice.error {
      // It does not count what a request of a connection that failed has cost, and would send it again.
      case .billing, .brokenOff: verdict = notice.error
      default: if notice.delay > Self.longestWait { verdict = notice.error }
      }
      return verdict != nil
    case .ended(let result):
      self.result = result
      return false
    }
  }

  /// The answer, or what went wrong. `cost` is the turn's own.
  func reply(model: String, cost: Cost, total: ReportedTotal?) throws(ModelError) -> ModelReply {
    if let verdict { throw verdict }
    let stop = try stopReason(model: model)
    var parts = words.flatMap(\.parts)
    if parts.isEmpty, let result, !result.isError, let text = result.text, !text.isEmpty {
      let name = limit?.name ?? "The plan's limit"
      if let error = FailureWords.error(inPlaceOfReply: text, limit: name, resetsAt: limit?.resetsAt) { throw error }
      parts = [.text(text)]
    }
    return ModelReply(
      message: Message(.assistant, parts), stopReason: stop, usage: result?.usage ?? Usage(), cost: cost,
      reportedTotal: total,
      resolvedModel: words.last?.model, requestID: words.last?.requestID, retries: retries)
  }

  private func stopReason(model: String) throws(ModelError) -> StopReason {
    if let cut { return cut }
    guard let result else { throw .incompatible(program: ClaudeProgram.name, reason: "it gave no result") }
    if result.stopReason == "refusal" { return .refusal }
    guard result.isError else { return StopReason(word: result.stopReason) }
    switch ownWords?.cut {
    case "output_limit": return .maxTokens
    case "context_window": return .contextWindowExceeded
    default:
      throw ClaudeFailure(result: result, words: ownWords, limit: limit, lastRetry: lastRetry, model: model).error
    }
  }
}
