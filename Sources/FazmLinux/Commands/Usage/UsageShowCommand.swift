import Foundation
import Ledger
import Model
import Settings

/// Tells one task turn by turn.
struct UsageShowCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux usage show", operands: "TASK",
    summary: "Tells one task turn by turn: its commands and what they did, its tokens, its cost and the total so far.",
    options: [
      Option("json", "As JSON"),
      Option("html", "As a page for a browser, with charts; it needs nothing but itself"),
    ],
    details: """
      TASK is an id as fazm-linux usage tasks shows it, or "last". What was typed and what stood on the screen is not \
      kept, so it is not told. A page goes to standard output: fazm-linux usage show last --html > task.html
      """)

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    guard !arguments.flags.isSuperset(of: ["json", "html"]) else {
      throw Failure(.usage, "--json and --html exclude each other.")
    }
    guard let name = arguments.operands.first, arguments.operands.count == 1 else {
      throw Failure(.usage, "Name one task, or say \"last\". See fazm-linux usage tasks.")
    }
    let ledger = try Ledger()
    let prices = try PriceTable.load(own: URL(fileURLWithPath: Locations.prices))
    let task = try await ledger.task(named: name)
    let report = TaskReport(
      task, try await ledger.turns(of: task.id), steps: try await ledger.steps(of: task.id), in: .current
    ) { tokens, model in
      let usage = Usage(input: tokens, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 0)
      return prices.cost(of: usage, model: model).amount
    }
    if arguments.flags.contains("json") {
      Output.text(try report.json())
    } else if arguments.flags.contains("html") {
      Output.text(report.html)
    } else {
      Output.text(report.text(width: Output.width))
    }
    return .done
  }
}
