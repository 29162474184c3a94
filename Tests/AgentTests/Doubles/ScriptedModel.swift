import Model
import Outline
import Synchronization

/// A model that answers what a test says, and keeps what it was asked.
///
/// `{Save}` in an answer becomes the ref that the last screen with a "Save" in it gave to that.
final class ScriptedModel: LanguageModel {
  struct Answer: Sendable {
    var text: String
    var stopReason = StopReason.endTurn
    var usage = Usage(input: 400, cacheRead: 300, cacheWrite5m: 0, cacheWrite1h: 0, output: 20)
    /// The price of the usage where there is none.
    var cost: Cost?
    var error: ModelError?
    /// Whether a block of thinking stands before the text.
    var thinks = false
    /// What else happens while the model thinks.
    var meanwhile: (@Sendable () async -> Void)?
  }

  let identity: ModelIdentity
  private let answer: @Sendable (_ request: ModelRequest, _ number: Int) -> Answer
  private let log: Log

  /// What was asked of it, and of the same client with other models.
  private final class Log: Sendable {
    let entries = Mutex<[(model: String, request: ModelRequest)]>([])
  }

  /// Answers by rule; `number` counts the requests from 1.
  init(
    mode: BillingMode = .api, model: String = "claude-haiku-5-5",
    by answer: @escaping @Sendable (_ request: ModelRequest, _ number: Int) -> Answer
  ) {
    identity = ModelIdentity(mode: mode, model: model, host: "127.0.0.1", meter: "nothing")
    self.answer = answer
    log = Log()
  }

  private init(_ other: ScriptedModel, model: String) {
    var identity = other.identity
    identity.model = model
    self.identity = identity
    (answer, log) = (other.answer, other.log)
  }

  func asking(_ model: String) -> (any LanguageModel)? { ScriptedModel(self, model: model) }

  /// Gives these answers one after the other, and then gives up.
  convenience init(mode: BillingMode = .api, model: String = "claude-haiku-5-5", _ answers: [Answer]) {
    self.init(mode: mode, model: model) { _, number in
      number <= answers.count ? answers[number - 1] : Answer(text: "fail \"the script is over\"")
    }
  }

  convenience init(_ texts: String...) {
    self.init(texts.map { Answer(text: $0) })
  }

  /// Every request, in order.
  var requests: [ModelRequest] { log.entries.withLock { $0.map(\.request) } }

  /// The model of every request, in order.
  var asked: [String] { log.entries.withLock { $0.map(\.model) } }

  /// The last thing that the model was told in a request, counted from 1.
  func told(_ number: Int) -> String {
    requests.count >= number ? requests[number - 1].messages.last?.words ?? "" : ""
  }

  func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    let number = log.entries.withLock { entries in
      entries.append((identity.model, request))
      return entries.count
    }
    let answer = answer(request, number)
    await answer.meanwhile?()
    if Task.isCancelled { throw .cancelled }
    if let error = answer.error { throw error }
    let screens = request.messages.map(\.words).joined(separator: "\n")
    let thinking = answer.thinks ? [Message.Part.opaque(json: Array("{}".utf8))] : []
    return ModelReply(
      message: Message(.assistant, thinking + [.text(RefReader.filled(answer.text, from: screens))]),
      stopReason: answer.stopReason,
      usage: answer.usage, cost: answer.cost ?? Self.prices?.cost(of: answer.usage, model: identity.model) ?? .unknown)
  }

  /// What every test reckons with.
  private static let prices = try? PriceTable.load()
}

extension Message {
  /// Its text parts.
  var words: String {
    parts.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
  }

  var images: Int {
    parts.filter { if case .image = $0 { true } else { false } }.count
  }
}
