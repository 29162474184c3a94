import Ledger
import Model
import Settings

/// Shows how much of each cap is used, and takes back what was agreed to beyond them.
struct UsageCapsCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux usage caps", operands: "[revoke]",
    summary: """
      Shows how much of each cap is used. A cap that you went on beyond, when you were asked, is higher until its day or \
      month ends, and one without a period for good: revoke takes that back.
      """,
    options: [], details: "Caps are settings of the configuration file: see fazm-linux --help.")

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let caps = try CapSettings(Configuration.load()).caps
    let ledger = try Ledger()
    switch arguments.operands {
    case []: break
    case ["revoke"]: for cap in caps { try await ledger.agree(to: .zero, beyond: cap) }
    default: throw Failure(.usage, "Say revoke or nothing. See \(syntax.command) --help.")
    }
    for use in try await ledger.use(of: caps) { Output.line(use.sentence) }
    if caps.isEmpty { Output.line("No cap is set.") }
    return .done
  }
}

extension CapUse {
  fileprivate var sentence: String {
    var parts = ["\(cap.key): \(spent.short) of \(limit) used, \(max(.zero, left).short) left"]
    if agreed > .zero { parts.append("\(agreed) of it agreed beyond the cap") }
    if underWay > .zero { parts.append("\(underWay.short) at most being spent now") }
    if unknown > 0 { parts.append("\(unknown) \(unknown == 1 ? "call" : "calls") of unknown cost not counted") }
    return parts.joined(separator: ", ")
  }
}
