import Agent
import Foundation
import Model
import Offline
import Settings

/// The model that a task is given to, and who pays for it.
struct ModelChoice {
  let model: any LanguageModel
  let prices: PriceTable
  /// The models that may take over from each other, the weakest first; none where the person chose one.
  var ladder: [String] = []
  /// What the person should know about the choice before anything is done.
  let notice: String?

  /// Whether what it costs can be known.
  var isPriceKnown: Bool {
    model.identity.mode == .offline || prices[model.identity.model] != nil
  }

  /// Chooses by the options, then the configuration file, then what the environment holds. A task that is taken up again
  /// may `start` higher on the ladder. `onNotice` is told what the person should know while the task runs.
  static func make(
    _ arguments: ParsedArguments, _ configuration: KeyFile, startingWith start: String? = nil,
    onNotice: @escaping @Sendable (String) -> Void
  ) async throws -> ModelChoice {
    let environment = Locations.environment
    let prices = try PriceTable.load(own: URL(fileURLWithPath: Locations.prices))
    let wish = arguments.values["model"] ?? configuration.values["model"] ?? usualModel
    let ladder = wish == automatic ? prices.ladder : []
    let name = ladder.first { $0 == start } ?? ladder.first ?? wish
    // A program that answers for the model reads the environment's own variables by itself.
    let ownCertificates = arguments.values["ca-file"] ?? configuration.values["ca-file"]
    let certificates = ownCertificates ?? Locations.certificates
    let keys = SecretService()
    let stored: Connection.Keyring = { authority throws(SecretServiceError) in try await keys.secret(for: authority) }
    let model: any LanguageModel
    let mode = try await mode(arguments, configuration, environment)
    guard mode == .acp || arguments.values["agent"] == nil else {
      throw Failure(
        .usage, "--agent is for billing mode acp, and this would run in \(mode.rawValue): add --billing acp.")
    }
    // At once, and not when the model is asked first.
    try TrustedCertificates.check(mode == .api || mode == .endpoint ? certificates : ownCertificates)
    switch mode {
    case .api:
      let connection = try await Connection.api(environment: environment, stored: stored)
      model = messagesAPI(connection, name, prices, certificates, onNotice)
    case .endpoint:
      let connection = try await Connection.endpoint(environment: environment, stored: stored)
      model = messagesAPI(connection, name, prices, certificates, onNotice)
    case .subscription:
      var options = SubscriptionModel.Options()
      options.certificates = ownCertificates
      options.onRetry = { onNotice($0.description) }
      options.onNotice = onNotice
      model = try await SubscriptionModel.connect(
        environment: environment, model: name, prices: prices, options: options)
    case .acp:
      var options = ACPModel.Options()
      options.certificates = ownCertificates
      options.onNotice = onNotice
      model = try await ACPModel.connect(
        command: agent(arguments, configuration), environment: environment, prices: prices, options: options)
    case .offline:
      return ModelChoice(
        model: OfflineModel(), prices: prices,
        notice: offlineNotice(isChosen: isChosen(arguments, configuration)) ?? (ladder.isEmpty ? nil : noModelsToChoose)
      )
    }
    guard !ladder.isEmpty else {
      return ModelChoice(model: model, prices: prices, notice: priceNotice(model.identity, prices))
    }
    guard model.identity.mode != .acp else {
      return ModelChoice(model: model, prices: prices, notice: noModelsToChoose)
    }
    return ModelChoice(model: model, prices: prices, ladder: ladder, notice: ladderNotice(ladder, from: name, prices))
  }

  /// The modes that a task could go on in, because what they need is there. Whether it can be used shows when it is.
  static func ready(_ arguments: ParsedArguments, _ configuration: KeyFile) async -> [BillingMode] {
    let environment = Locations.environment
    func isSet(_ variable: String) -> Bool { environment[variable]?.isEmpty == false }
    let isKeyKept = await isKeyKept
    return BillingMode.allCases.filter { mode in
      switch mode {
      case .api: isSet("ANTHROPIC_API_KEY") || isKeyKept
      case .endpoint: isSet("ANTHROPIC_BASE_URL")
      case .subscription: SubscriptionModel.isInstalled(environment: environment)
      case .acp: arguments.values["agent"] ?? configuration.values["agent"] != nil
      case .offline: false
      }
    }
  }

  /// The same options, in another mode.
  static func model(
    of mode: BillingMode, _ arguments: ParsedArguments, _ configuration: KeyFile,
    onNotice: @escaping @Sendable (String) -> Void
  ) async throws -> any LanguageModel {
    var arguments = arguments
    arguments.values["billing"] = mode.rawValue
    arguments.values[mode == .acp ? "model" : "agent"] = nil
    return try await make(arguments, configuration, onNotice: onNotice).model
  }

  private static func messagesAPI(
    _ connection: Connection, _ name: String, _ prices: PriceTable, _ certificates: String?,
    _ onNotice: @escaping @Sendable (String) -> Void
  ) -> MessagesAPI {
    var options = MessagesAPI.Options()
    options.certificates = certificates
    options.onRetry = { onNotice($0.description) }
    return MessagesAPI(connection: connection, model: name, prices: prices, options: options)
  }

  /// The command of the agent that mode `acp` asks.
  private static func agent(_ arguments: ParsedArguments, _ configuration: KeyFile) throws -> [String] {
    guard arguments.values["model"] == nil else {
      throw Failure(.usage, "An agent chooses its model itself: leave --model out, or tell the agent in --agent.")
    }
    guard let command = arguments.values["agent"] ?? configuration.values["agent"] else {
      throw Failure(
        .usage, "Say which agent: --agent 'COMMAND ARGUMENTS', a program that speaks the Agent Client Protocol.")
    }
    return try ShellWords.split(command)
  }

  /// The cheapest model that follows the command language well.
  private static let usualModel = "haiku"
  /// Begins with the cheapest model, and moves up.
  static let automatic = "auto"
  private static let noModelsToChoose = "model = auto has no effect here: there is no choice of models."

  private static func mode(
    _ arguments: ParsedArguments, _ configuration: KeyFile, _ environment: [String: String]
  ) async throws -> BillingMode {
    if let word = arguments.values["billing"] ?? configuration.values["billing"] {
      guard let mode = BillingMode(rawValue: word) else {
        let modes = BillingMode.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "\(arguments.place(of: "billing")) takes one of \(modes), not \"\(word)\".")
      }
      return mode
    }
    if environment["ANTHROPIC_BASE_URL"]?.isEmpty == false { return .endpoint }
    if environment["ANTHROPIC_API_KEY"]?.isEmpty == false { return .api }
    return await isKeyKept ? .api : .offline
  }

  /// Where there is no keyring, nothing is kept in it.
  private static var isKeyKept: Bool {
    get async { (try? await SecretService().isStored(for: Connection.anthropic)) == true }
  }

  private static func isChosen(_ arguments: ParsedArguments, _ configuration: KeyFile) -> Bool {
    (arguments.values["billing"] ?? configuration.values["billing"]) != nil
  }

  private static func offlineNotice(isChosen: Bool) -> String? {
    isChosen
      ? nil
      : """
      No model is configured, so this runs offline: direct requests, and organizing a folder. For anything else keep \
      an API key with fazm-linux login or set ANTHROPIC_API_KEY, or set ANTHROPIC_BASE_URL for another server, or \
      choose --billing subscription (your own claude program) or acp (an agent).
      """
  }

  private static func ladderNotice(_ ladder: [String], from first: String, _ prices: PriceTable) -> String {
    let models = ladder.drop { $0 != first }.map { id in "\(id) (\(prices[id]?.price.words ?? "price unknown"))" }
    let begins = "\(automatic) \(first == ladder.first ? "begins" : "goes on") with \(models[0])"
    guard models.count > 1 else { return "\(begins), the strongest that there is." }
    return "\(begins) and moves up where that does not do: \(models.dropFirst().joined(separator: ", "))."
  }

  private static func priceNotice(_ identity: ModelIdentity, _ prices: PriceTable) -> String? {
    let isPriced = prices[identity.model] != nil
    if identity.mode == .acp {
      return isPriced
        ? "\(identity.model) adds words of its own to what it is sent, which no estimate knows: one call can pass a budget or a cap, and none is made after it."
        : "What \(identity.model) charges is shown only where it tells, and no budget or cap in dollars can be kept before a call: for that, give it a price under its name in \(Locations.prices)."
    }
    return isPriced
      ? nil
      : "The price of \(identity.model) is UNKNOWN: what this task costs cannot be shown or limited."
  }
}
