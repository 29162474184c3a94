import Agent
import Foundation
import Model
import Offline
import Settings

/// The model that a task is given to, and who pays for it.
struct ModelChoice {
  let model: any LanguageModel
  let prices: PriceTable
  /// What the person should know about the choice before anything is done.
  let notice: String?

  /// Whether what it costs can be known.
  var isPriceKnown: Bool {
    model.identity.mode == .offline || prices[model.identity.model] != nil
  }

  /// Chooses by the options, then the configuration file, then what the environment holds.
  static func make(
    _ arguments: ParsedArguments, _ configuration: KeyFile, onRetry: @escaping @Sendable (String) -> Void
  ) async throws -> ModelChoice {
    let environment = Locations.environment
    let prices = try PriceTable.load(own: URL(fileURLWithPath: Locations.prices))
    let mode = try mode(arguments, configuration, environment)
    let name = arguments.values["model"] ?? configuration.values["model"] ?? usualModel
    let keys = SecretService()
    var options = MessagesAPI.Options()
    options.onRetry = { onRetry($0.description) }
    let connection: Connection
    switch mode {
    case .api:
      connection = try await Connection.api(environment: environment, stored: { await keys.secret(for: $0) })
    case .endpoint:
      connection = try await Connection.endpoint(environment: environment, stored: { await keys.secret(for: $0) })
    case .offline:
      return ModelChoice(model: OfflineModel(), prices: prices, notice: offlineNotice(isChosen: isChosen(arguments)))
    case .subscription, .acp:
      throw Failure(.usage, "This version has no billing mode \(mode.rawValue): choose api, endpoint or offline.")
    }
    let model = MessagesAPI(connection: connection, model: name, prices: prices, options: options)
    return ModelChoice(model: model, prices: prices, notice: priceNotice(model.identity.model, prices))
  }

  /// The cheapest model that follows the command language well.
  private static let usualModel = "haiku"

  private static func mode(
    _ arguments: ParsedArguments, _ configuration: KeyFile, _ environment: [String: String]
  ) throws -> BillingMode {
    if let word = arguments.values["billing"] ?? configuration.values["billing"] {
      guard let mode = BillingMode(rawValue: word) else {
        throw Failure(.usage, "There is no billing mode \"\(word)\": choose api, endpoint or offline.")
      }
      return mode
    }
    if environment["ANTHROPIC_BASE_URL"]?.isEmpty == false { return .endpoint }
    if environment["ANTHROPIC_API_KEY"]?.isEmpty == false { return .api }
    return .offline
  }

  private static func isChosen(_ arguments: ParsedArguments) -> Bool {
    arguments.values["billing"] != nil
  }

  private static func offlineNotice(isChosen: Bool) -> String? {
    isChosen
      ? nil
      : """
      No model is configured, so this runs offline: direct requests, and organizing a folder. For anything else set \
      ANTHROPIC_API_KEY, or ANTHROPIC_BASE_URL for another server.
      """
  }

  private static func priceNotice(_ model: String, _ prices: PriceTable) -> String? {
    prices[model] == nil
      ? "The price of \(model) is UNKNOWN: what this task costs cannot be shown or limited." : nil
  }
}
