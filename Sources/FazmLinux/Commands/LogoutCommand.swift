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
    let isForgotten: Bool
    do {
      isForgotten = try await SecretService().remove(for: authority)
    } catch .notRunning {
      throw Failure(
        .missingKey,
        """
        No keyring runs on this desktop, so it cannot be told whether one keeps a key for \(authority): start it \
        (gnome-keyring, KWallet or KeePassXC) and try again. A key in an environment variable is forgotten by unset.
        """)
    }
    Output.line(isForgotten ? "The key for \(authority) is forgotten." : "No key for \(authority) is kept.")
    return .done
  }
}
