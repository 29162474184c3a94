import Foundation
import Ledger
import Settings

/// Shows what tasks cost.
struct UsageCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux usage", operands: "[days|tasks|turns]",
    summary: "Shows tokens and costs from the ledger: by day (the default), by task or by turn.",
    options: [
      Option("task", value: "ID", "Only the turns of this task (its id, or the end of it)"),
      Option("since", value: "DATE", "From this day on, as 2026-11-20"),
      Option("until", value: "DATE", "Up to and with this day"),
      Option("json", "As JSON"),
    ],
    details: "The ledger is \(LedgerFile.path(environment: [:])), unless XDG_STATE_HOME says otherwise.")

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let ledger = try Ledger()
    let report = try await report(arguments, from: ledger)
    Output.text(arguments.flags.contains("json") ? try report.json() : report.table.rendered())
    return .done
  }

  private static func report(_ arguments: ParsedArguments, from ledger: Ledger) async throws -> any UsageReport {
    let zone = TimeZone.current
    if let name = arguments.values["task"] {
      let task = try await ledger.task(named: name)
      return TurnsReport(try await ledger.turns(of: task.id), in: zone)
    }
    let since = try day(arguments, "since")
    let until = try day(arguments, "until").map { $0.addingTimeInterval(24 * 60 * 60) }
    switch arguments.operands.isEmpty ? "days" : arguments.operands.joined(separator: " ") {
    case "days": return GroupsReport(try await ledger.turns(since: since, until: until), by: .day, in: zone)
    case "tasks": return TasksReport(try await ledger.tasks(since: since, until: until), in: zone)
    case "turns": return TurnsReport(try await ledger.turns(since: since, until: until), in: zone)
    case let other: throw Failure(.usage, "There is no report \"\(other)\": choose days, tasks or turns.")
    }
  }

  private static func day(_ arguments: ParsedArguments, _ option: String) throws -> Date? {
    guard let text = arguments.values[option] else { return nil }
    let format = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
    guard let date = try? format.parse(text) else {
      throw Failure(.usage, "--\(option) takes a day such as 2026-11-20, not \"\(text)\".")
    }
    return date
  }
}
