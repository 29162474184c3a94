import Agent
import Model
import Settings

/// How a task is run, from the options first and the configuration file second.
struct TaskSettings {
  let limits: Limits
  let treeBudget: Int
  let watcher: any Person

  init(_ arguments: ParsedArguments, _ configuration: KeyFile) throws {
    let usual = Limits()
    limits = Limits(
      money: try arguments.dollars("budget-usd", or: configuration),
      tokens: try arguments.number("budget-tokens", in: 1...1_000_000_000, or: configuration),
      turns: try arguments.number("max-turns", in: 1...1000, or: configuration) ?? usual.turns,
      images: try arguments.number("max-images", in: 0...Limits.mostImages, or: configuration) ?? usual.images)
    treeBudget = try arguments.number("tree-budget", in: 60...2000, or: configuration) ?? 200
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

  /// A budget in dollars needs a price; without one a missing price is only said.
  func check(_ choice: ModelChoice) throws {
    guard limits.money != nil, !choice.isPriceKnown else { return }
    throw Failure(.unknownPrice, BudgetReached.unknownPrice.sentence)
  }
}
