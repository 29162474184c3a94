import Foundation
import Ledger
import Settings

/// Hands turns on as OpenTelemetry spans.
struct UsageExportCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux usage export",
    summary: """
      Hands turns on as OpenTelemetry spans with the GenAI conventions: models, tokens, times, costs and errors, and \
      nothing of what was asked, shown or typed.
      """,
    options: [
      Option("otel", "Print them as OTLP in JSON, a line a turn, as collectors read it from files"),
      Option("otlp", value: "URL", "Send them to the OTLP collector at this address, over HTTP"),
    ] + UsagePeriod.options,
    details: """
      Nothing is sent unless you name a collector, such as http://localhost:4318. Headers that it wants stand in \
      OTEL_EXPORTER_OTLP_HEADERS, as name=value,name=value. A turn has the same ids each time it is exported.
      """)

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let prints = arguments.flags.contains("otel")
    let address = arguments.values["otlp"]
    guard prints != (address != nil) else {
      throw Failure(.usage, "Say either --otel or --otlp URL. See \(syntax.command) --help.")
    }
    let period = try UsagePeriod(arguments, in: .current)
    let collector = try address.map { try Collector($0, environment: Locations.environment) }
    let turns = try await Ledger().turns(since: period.start, until: period.end)
    guard let collector else {
      for line in OTLPTraces.batches(of: turns, size: 1, version: Program.version) {
        Output.text(String(decoding: try line.json(), as: UTF8.self) + "\n")
      }
      return .done
    }
    var sent = 0
    for batch in OTLPTraces.batches(of: turns, size: 500, version: Program.version) {
      try await collector.send(batch)
      sent += batch.count
    }
    guard sent > 0 else {
      Output.line("There is no turn to send, so nothing was sent: whether \(collector.host) is there is not known.")
      return .done
    }
    Output.line("\(sent == 1 ? "1 turn" : "\(sent) turns") sent to \(collector.host).")
    return .done
  }
}
