/// A model that answers a conversation in words.
package protocol LanguageModel: Sendable {
  /// Who pays, and what is asked.
  var identity: ModelIdentity { get }

  /// Answers the last message of `request`. Cancelling the surrounding task cancels the call.
  func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply

  /// What the client said, after a call that failed or was cancelled, that its session has cost; nil where it said
  /// nothing.
  func totalAfterFailure() async -> ReportedTotal?

  /// The same client and payer with another model; nil where that cannot be chosen.
  func asking(_ model: String) -> (any LanguageModel)?

  /// Ends what runs for the model. It can be asked again all the same.
  func close() async
}

extension LanguageModel {
  package func totalAfterFailure() async -> ReportedTotal? { nil }
  package func asking(_ model: String) -> (any LanguageModel)? { nil }
  package func close() async {}
}

package struct ModelIdentity: Sendable, Hashable {
  package var mode: BillingMode
  /// The model's id as the server knows it.
  package var model: String
  /// The host that is sent to; nil where nothing leaves the machine.
  package var host: String?
  /// Which meter it draws from, for people: "API credit of the key from ANTHROPIC_API_KEY", "nothing".
  package var meter: String
  /// What the client adds to each request of its own accord, in tokens at most.
  package var overheadTokens: Int
  /// Whether pictures reach the model; they are left out where not.
  package var takesImages: Bool

  package init(
    mode: BillingMode, model: String, host: String?, meter: String, overheadTokens: Int = 0, takesImages: Bool = true
  ) {
    self.mode = mode
    self.model = model
    self.host = host
    self.meter = meter
    self.overheadTokens = overheadTokens
    self.takesImages = takesImages
  }
}

package enum BillingMode: String, Sendable, CaseIterable, Codable {
  case api, endpoint, subscription, acp, offline
}

package struct ModelRequest: Sendable, Hashable {
  package var system: String
  /// Alternating, beginning and ending with the user; only ever appended to within a task.
  package var messages: [Message]
  package var maxTokens: Int

  package init(system: String, messages: [Message], maxTokens: Int) {
    self.system = system
    self.messages = messages
    self.maxTokens = maxTokens
  }
}

package struct Message: Sendable, Hashable {
  package enum Author: String, Sendable { case user, assistant }

  package enum Part: Sendable, Hashable {
    case text(String)
    case image(png: [UInt8], width: Int, height: Int)
    /// A block that must go back as it came (thinking), in the server's own JSON.
    case opaque(json: [UInt8])
  }

  package var author: Author
  package var parts: [Part]

  package init(_ author: Author, _ parts: [Part]) {
    self.author = author
    self.parts = parts
  }

  package init(_ author: Author, text: String) {
    self.init(author, [.text(text)])
  }
}

package struct ModelReply: Sendable, Hashable {
  /// The assistant's message, to be appended to the conversation unchanged.
  package var message: Message
  package var stopReason: StopReason
  package var usage: Usage
  package var cost: Cost
  /// The session's total after this reply, from a client that reports no cost of its own for each; `cost` is then
  /// not used.
  package var reportedTotal: ReportedTotal?
  /// The model that answered, where the server named it.
  package var resolvedModel: String?
  package var requestID: String?
  /// How often the call was repeated before it succeeded.
  package var retries: Int

  package init(
    message: Message, stopReason: StopReason, usage: Usage, cost: Cost, reportedTotal: ReportedTotal? = nil,
    resolvedModel: String? = nil, requestID: String? = nil, retries: Int = 0
  ) {
    self.message = message
    self.stopReason = stopReason
    self.usage = usage
    self.cost = cost
    self.reportedTotal = reportedTotal
    self.resolvedModel = resolvedModel
    self.requestID = requestID
    self.retries = retries
  }

  /// The words of the reply: its text parts, joined by newlines.
  package var text: String {
    message.parts.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
  }
}

package enum StopReason: Sendable, Hashable {
  case endTurn, maxTokens, stopSequence, refusal, contextWindowExceeded
  case other(String)
}
