import Foundation
import Model
import Settings

/// Keeps an API key in the desktop's keyring.
struct LoginCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux login", operands: "[URL]",
    summary: """
      Keeps a key in the desktop's keyring (the Secret Service): an API key of Anthropic, or with a URL the token of \
      your own endpoint. It is asked for without being shown, or read from standard input, and is sent to its own host \
      only. ANTHROPIC_API_KEY and ANTHROPIC_AUTH_TOKEN go before what is kept.
      """,
    options: [])

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let host = try KeyHost(arguments, of: syntax)
    let text = await HiddenInput.line("The key for \(host.authority), which is not shown:") ?? ""
    let credential = try Credential(typed: text, for: host.url)
    try await SecretService().store(credential)
    Output.line("The key for \(host.authority) is kept in the keyring. fazm-linux logout forgets it.")
    let variable = host.authority == Connection.anthropic ? "ANTHROPIC_API_KEY" : "ANTHROPIC_AUTH_TOKEN"
    if Locations.environment[variable]?.isEmpty == false {
      Output.line("\(variable) is set, and goes before it.")
    }
    return .done
  }
}
