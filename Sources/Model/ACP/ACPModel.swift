import Foundation

/// A model behind any agent that speaks the Agent Client Protocol. Who is asked and who pays is the agent's own affair.
/// For one call at a time.
package actor ACPModel: LanguageModel {
  package struct Options: Sendable {
    /// For a whole answer.
    package var timeout = Duration.seconds(180)
    /// How long the agent is given to end in peace.
    var grace = Duration.seconds(2)
    /// For the agent to start, which may include fetching itself.
    package var startTimeout = Duration.seconds(90)
    /// A file of certificates in PEM form that the agent is told to trust.
    package var certificates: String?
    /// Told what the person should know about what the agent does.
    package var onNotice: @Sendable (String) -> Void = { _ in }

    package init() {}
  }

  package nonisolated let identity: ModelIdentity
  private let command: AgentCommand
  /// What the agent costs by its tokens, where the person has given it a price under its name.
  private let prices: PriceTable?
  private let options: Options
  private var session: AgentSession?
  private var kept: KeptConversation?
  private var totals = RunningTotal()
  private var failureTotal: ReportedTotal?

  /// Starts the agent, and begins a session with it; throws where it is not there, or wants a login first. `command`
  /// is a program and its arguments.
  package static func connect(
    command: [String], environment: [String: String], prices: PriceTable? = nil, options: Options = Options()
  ) async throws(ModelError) -> ACPModel {
    let command = try AgentCommand(command, environment: environment, certificates: options.certificates)
    let session = try await AgentSession.begin(command, startTimeout: options.startTimeout, grace: options.grace)
    return ACPModel(command, session, prices, options)
  }

  private init(_ command: AgentCommand, _ session: AgentSession, _ prices: PriceTable?, _ options: Options) {
    self.command = command
    self.prices = prices
    self.session = session
    self.options = options
    let info = session.info
    identity = ModelIdentity(
      mode: .acp, model: info.name, host: info.name, meter: info.meter, takesImages: info.takesImages)
  }

  package func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    failureTotal = nil
    if Task.isCancelled { throw .cancelled }
    let (session, parts) = try await session(for: request)
    let (turn, isLate) = await Deadline.run(options.timeout) {
      session.process.interrupt(session: session.id)
    } body: { _ in
      await session.turn(saying: parts)
    }
    tellOfTools(turn, of: session.info)
    let taken = turn.cost.flatMap { $0.currency == "USD" ? totals.take($0.amount, session: session.id) : nil }
    do throws(ModelError) {
      if Task.isCancelled { throw .cancelled }
      if isLate { throw .timedOut(host: identity.model, seconds: Int((options.timeout / .seconds(1)).rounded(.up))) }
      let cost = taken.map { Cost.reported($0.delta) } ?? .unknown
      var reply = try turn.reply(from: session.info, cost: cost, total: taken?.total)
      if taken == nil, let prices { reply.cost = prices.cost(of: reply.usage, model: identity.model) }
      kept = KeptConversation(request, answeredWith: reply.message)
      return reply
    } catch {
      failureTotal = taken?.total
      await close()
      throw error
    }
  }

  package func totalAfterFailure() async -> ReportedTotal? { failureTotal }

  package func close() async {
    let ended = session
    (session, kept) = (nil, nil)
    await ended?.process.close()
  }

  /// The session that runs, and what it has not been told; or a new one, and all there is to tell.
  private func session(for request: ModelRequest) async throws(ModelError) -> (AgentSession, [Message.Part]) {
    if let session, let unsent = kept?.unsent(of: request) { return (session, unsent) }
    if kept != nil { await close() }
    let session =
      if let session { session } else {
        try await AgentSession.begin(command, startTimeout: options.startTimeout, grace: options.grace)
      }
    self.session = session
    // The protocol has no place for a system prompt.
    return (session, [.text(request.system)] + KeptConversation.retold(request.messages))
  }

  /// It is asked for words, and its tools are its own affair; the person should know that it used some.
  private func tellOfTools(_ turn: AgentTurn, of agent: AgentInfo) {
    guard let first = turn.tools.first else { return }
    let others = turn.tools.count > 1 ? " and \(turn.tools.count - 1) more" : ""
    options.onNotice("\(agent.name) used tools of its own: \(first)\(others). Whatever it asked leave for was refused.")
  }
}
