import Model
import Settings

/// Forgets the key that `login` has kept.
struct LogoutCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux logout", operands: "[URL]",
    summary: """
      Takes the API key of Anthropic, or with a URL the token of your own endpoint, out of the desktop's keyring. The \
      key itself stays valid: revoke it where it was made.
      """,
    options: [])

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    let authority = try KeyHost(arguments, of: syntax).authority
    let isForgotten = try await SecretService().remove(for: authority)
    Output.line(isForgotten ? "The key for \(authority) is forgotten." : "No key for \(authority) is kept.")
    return .done
  }
}
