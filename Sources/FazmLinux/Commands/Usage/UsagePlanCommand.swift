import Ledger
import Settings

/// Declares a plan, and shows what is left of its monthly pool.
struct UsagePlanCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux usage plan", operands: "[pro|max5x|max20x|none]",
    summary: """
      Shows what is left of your plan's monthly pool for programs: 20 dollars with pro, 100 with max5x, 200 with \
      max20x. What billing mode subscription spent since the pool was last filled is taken off.
      """,
    options: [Option("reset-day", value: "N", "The day of the month on which the pool is filled (default 1)")],
    details: "What you use of the plan in other programs is not known here.")

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let day = try resetDay(arguments)
    let ledger = try Ledger()
    switch arguments.operands.joined(separator: " ") {
    case "" where arguments.values["reset-day"] == nil: break
    case "none": try await ledger.declarePlan(nil, resetDay: day)
    case let word:
      guard let plan = Plan(rawValue: word) else {
        throw Failure(.usage, "There is no plan \"\(word)\": choose pro, max5x, max20x or none.")
      }
      try await ledger.declarePlan(plan, resetDay: day)
    }
    guard let pool = try await ledger.pool() else {
      Output.line("No plan is declared. Declare one with \(syntax.command) pro.")
      return .done
    }
    Output.line(pool.sentence)
    return .done
  }

  private static func resetDay(_ arguments: ParsedArguments) throws -> ResetDay {
    let number = try arguments.number("reset-day", in: 1...31, or: KeyFile()) ?? 1
    guard let day = ResetDay(number) else { throw Failure(.usage, "--reset-day takes a day of the month.") }
    return day
  }
}
