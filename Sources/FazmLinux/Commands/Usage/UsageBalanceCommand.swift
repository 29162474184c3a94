import Ledger
import Model
import Settings

/// Declares prepaid credit, and shows what is left of it.
struct UsageBalanceCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux usage balance", operands: "[set USD|clear]",
    summary: """
      Shows what is left of your prepaid API credit. Nothing can ask for it, so you declare it: set 25 says that there \
      are 25 dollars now, and what billing mode api spends from then on is taken off.
      """,
    options: [])

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let ledger = try Ledger()
    switch arguments.operands {
    case []: break
    case ["clear"]: try await ledger.declareBalance(nil)
    case let words where words.count == 2 && words[0] == "set":
      guard let amount = NanoDollars(dollars: words[1]) else {
        throw Failure(.usage, "A balance is an amount in dollars such as 25, not \"\(words[1])\".")
      }
      try await ledger.declareBalance(amount)
    default:
      throw Failure(.usage, "Say set and an amount in dollars, clear, or nothing. See \(syntax.command) --help.")
    }
    guard let balance = try await ledger.balance() else {
      Output.line("No balance is declared. Declare one with \(syntax.command) set 25.")
      return .done
    }
    Output.line(balance.sentence)
    return .done
  }
}
