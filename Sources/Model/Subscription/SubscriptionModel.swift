import Foundation

/// A model behind the person's own `claude`, paid from the plan that `claude` is logged in with.
///
/// The program runs as a plain text model: our system prompt, no tools, one process for a task. For one call at a time.
package actor SubscriptionModel: LanguageModel {
  package struct Options: Sendable {
    /// For a whole answer, without the waits that `claude` announces.
    package var timeout = Duration.seconds(180)
    /// How long `claude` is given to end in peace.
    var grace = Duration.seconds(2)
    /// For the question how it is logged in.
    var checkTimeout = Duration.seconds(20)
    /// A file of certificates in PEM form that `claude` is told to trust too.
    package var certificates: String?
    /// Told before each wait.
    package var onRetry: @Sendable (RetryNotice) -> Void = { _ in }
    /// Told what the person should know about who pays.
    package var onNotice: @Sendable (String) -> Void = { _ in }

    package init() {}
  }

  package nonisolated let identity: ModelIdentity
  private let program: ClaudeProgram
  private let options: Options
  private var conversation: ClaudeConversation?
  private var kept: KeptConversation?
  private var totals = RunningTotal()
  private var failureTotal: ReportedTotal?
  private var saidExtraUsage = false

  /// What `claude` adds to each request, in tokens: an identity and its surroundings, 258 by the public tokenizer, and
  /// up to half as many again by newer ones.
  private static let overhead = 400

  /// Whether there is a `claude` on this machine.
  package static func isInstalled(environment: [String: String]) -> Bool {
    (try? ClaudeProgram(environment: environment)) != nil
  }

  /// Finds `claude` and asks it how it is logged in; throws where it is not, or not with a plan. `model` is an id or an
  /// alias of the price table.
  package static func connect(
    environment: [String: String], model: String, prices: PriceTable, options: Options = Options()
  ) async throws(ModelError) -> SubscriptionModel {
    let program = try ClaudeProgram(environment: environment, certificates: options.certificates)
    return try await connect(program, model: model, prices: prices, options: options)
  }

  static func connect(
    _ program: ClaudeProgram, model: String, prices: PriceTable, options: Options
  ) async throws(ModelError) -> SubscriptionModel {
    let login = try await ClaudeLogin.check(program, within: options.checkTimeout)
    let identity = ModelIdentity(
      mode: .subscription, model: prices.id(model), host: Connection.anthropic, meter: login.meter,
      overheadTokens: overhead)
    return SubscriptionModel(program, identity, options)
  }

  private init(_ program: ClaudeProgram, _ identity: ModelIdentity, _ options: Options) {
    self.program = program
    self.identity = identity
    self.options = options
  }

  package func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    failureTotal = nil
    if Task.isCancelled { throw .cancelled }
    let (conversation, parts) = try await conversation(for: request)
    let (turn, isLate) = await Deadline.run(options.timeout) {
      conversation.interrupt()
    } body: { [onRetry = options.onRetry] deadline in
      await conversation.turn(saying: parts) { notice in
        deadline.extend(by: notice.delay)
        onRetry(notice)
      }
    }
    let taken = totals.take(turn.result?.totalCost, session: turn.result?.session ?? "")
    tellOfExtraUsage(turn)
    do throws(ModelError) {
      if Task.isCancelled { throw .cancelled }
      if isLate {
        throw .timedOut(host: ClaudeProgram.name, seconds: Int((options.timeout / .seconds(1)).rounded(.up)))
      }
      let cost = taken.map { Cost.reported($0.delta) } ?? .unknown
      let reply = try turn.reply(model: identity.model, cost: cost, total: taken?.total)
      if turn.cut == nil { kept = KeptConversation(request, answeredWith: reply.message) } else { await close() }
      return reply
    } catch {
      failureTotal = taken?.total
      await close()
      throw error
    }
  }

  package nonisolated func asking(_ model: String) -> (any LanguageModel)? {
    var identity = identity
    identity.model = model
    return SubscriptionModel(program, identity, options)
  }

  package func totalAfterFailure() async -> ReportedTotal? { failureTotal }

  package func close() async {
    let ended = conversation
    (conversation, kept) = (nil, nil)
    await ended?.close()
  }

  /// The conversation that runs, and what it has not been told; or a new one, and all there is to tell.
  private func conversation(
    for request: ModelRequest
  ) async throws(ModelError) -> (ClaudeConversation, [Message.Part]) {
    if let conversation, conversation.maxTokens <= request.maxTokens, let unsent = kept?.unsent(of: request) {
      return (conversation, unsent)
    }
    await close()
    let new = try await ClaudeConversation(
      program, model: identity.model, system: request.system, maxTokens: request.maxTokens, grace: options.grace)
    conversation = new
    return (new, KeptConversation.retold(request.messages))
  }

  /// Said once: from here on it costs money beyond the plan.
  private func tellOfExtraUsage(_ turn: ClaudeTurn) {
    guard turn.limit?.drawsFromExtraUsage == true, !saidExtraUsage else { return }
    saidExtraUsage = true
    options.onNotice(
      "The plan's limits are used up: claude now draws from extra usage, which is billed beyond the plan.")
  }
}
