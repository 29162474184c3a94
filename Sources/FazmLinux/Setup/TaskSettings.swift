import Agent
import Foundation
import Model
import Outline
import Settings

/// How a task is run, from the options first and the configuration file second.
struct TaskSettings {
  let limits: Limits
  let caps: CapSettings
  let treeBudget: Int
  let confirm: ConfirmMode
  let policy: ProgramPolicy
  let watcher: any Person

  init(_ arguments: ParsedArguments, _ configuration: KeyFile) throws {
    let usual = Limits()
    limits = Limits(
      money: try arguments.dollars("budget-usd", or: configuration),
      tokens: try arguments.number("budget-tokens", in: 1...1_000_000_000, or: configuration),
      turns: try arguments.number("max-turns", in: 1...1000, or: configuration) ?? usual.turns,
      images: try arguments.number("max-images", in: 0...Limits.mostImages, or: configuration) ?? usual.images)
    caps = try CapSettings(configuration)
    treeBudget = try arguments.number("tree-budget", in: 60...2000, or: configuration) ?? 200
    confirm = try Self.confirmMode(arguments, configuration)
    policy = ProgramPolicy(configuration)
    guard !arguments.flags.isSuperset(of: ["json", "quiet"]) else {
      throw Failure(.usage, "--json and --quiet exclude each other.")
    }
    watcher =
      if arguments.flags.contains("json") {
        JSONWatcher()
      } else if arguments.flags.contains("quiet") {
        QuietWatcher()
      } else {
        TerminalWatcher()
      }
  }

  /// The limits of a task that this model is given to: one that takes no pictures is sent none.
  func limits(for model: ModelIdentity) -> Limits {
    Limits(
      money: limits.money, tokens: limits.tokens, turns: limits.turns, images: model.takesImages ? limits.images : 0)
  }

  private static func confirmMode(_ arguments: ParsedArguments, _ configuration: KeyFile) throws -> ConfirmMode {
    guard let word = arguments.values["confirm"] ?? configuration.values["confirm"] else { return .risky }
    guard let mode = ConfirmMode(rawValue: word) else {
      throw Failure(.usage, "\(arguments.place(of: "confirm")) takes risky, always or never, not \"\(word)\".")
    }
    return mode
  }

  /// A budget in dollars needs a price; without one a missing price is only said.
  func check(_ choice: ModelChoice) throws {
    guard limits.money != nil, !choice.isPriceKnown else { return }
    throw Failure(.unknownPrice, BudgetReached.unknownPrice.sentence)
  }
}
