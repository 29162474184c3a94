import Foundation
import Ledger
import Settings

/// Shows what tasks cost.
struct UsageCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux usage", operands: "[today|days|months|tasks|turns|models|modes|programs]",
    summary: """
      Shows tokens and costs from the ledger: by day (the default), month, task, turn, model, billing mode or program.

      Other commands, each with --help:
        fazm-linux usage show TASK    tells one task turn by turn
        fazm-linux usage status       tells in one line what is being spent, for status bars
        fazm-linux usage caps         shows how much of each cap is used
        fazm-linux usage balance      declares prepaid credit, and shows what is left of it
        fazm-linux usage plan         declares a plan, and shows what is left of its monthly pool
        fazm-linux usage export       hands turns on as OpenTelemetry spans
      """,
    options: [Option("task", value: "ID", "Only the turns of this task (its id, the end of it, or last)")]
      + UsagePeriod.options + [
        Option("json", "As JSON"),
        Option("csv", "As comma-separated values"),
      ],
    details: """
      Days begin at midnight where you are. A cost that is not known is never counted as zero: sums that lack one say \
      ≥, at least, and caps and budgets count the most that it can be (costAtMost in JSON and CSV). The ledger is ~/.local/state/fazm-linux/ledger.sqlite3, unless XDG_STATE_HOME says otherwise.
      """)

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    guard !arguments.flags.isSuperset(of: ["json", "csv"]) else {
      throw Failure(.usage, "--json and --csv exclude each other.")
    }
    let kind = try Kind(arguments)
    let report = try await report(kind, arguments, from: try Ledger())
    if arguments.flags.contains("json") {
      Output.text(try report.json())
    } else if arguments.flags.contains("csv") {
      Output.text(try report.csv())
    } else {
      Output.text(report.text(width: Output.width))
    }
    return .done
  }

  /// The reports, by the words that choose them.
  private enum Kind: String, CaseIterable {
    case today, days, months, tasks, turns, models, modes, programs

    init(_ arguments: ParsedArguments) throws {
      let usual: Kind = arguments.values["task"] == nil ? .days : .turns
      let word = arguments.operands.isEmpty ? usual.rawValue : arguments.operands.joined(separator: " ")
      guard let kind = Kind(rawValue: word) else {
        let words = Kind.allCases.map(\.rawValue)
        throw Failure(
          .usage,
          "There is no report \"\(word)\": choose \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "").")
      }
      self = kind
    }

    /// What turns are summed by.
    var key: GroupsReport.Key {
      switch self {
      case .today, .days, .tasks, .turns: .day
      case .months: .month
      case .models: .model
      case .modes: .mode
      case .programs: .program
      }
    }
  }

  private static func report(
    _ kind: Kind, _ arguments: ParsedArguments, from ledger: Ledger
  ) async throws -> any UsageReport {
    let zone = TimeZone.current
    let period = try kind == .today ? UsagePeriod.today(in: zone) : UsagePeriod(arguments, in: zone)
    if kind == .tasks {
      return TasksReport(try await ledger.tasks(since: period.start, until: period.end), in: zone)
    }
    let turns: [TurnRecord]
    if let name = arguments.values["task"] {
      turns = try await ledger.turns(of: ledger.task(named: name).id).filter { period.contains($0.started) }
    } else {
      turns = try await ledger.turns(since: period.start, until: period.end)
    }
    return kind == .turns ? TurnsReport(turns, in: zone) : GroupsReport(turns, by: kind.key, in: zone)
  }
}
