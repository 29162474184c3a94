import Foundation
import Model
import Settings

/// The server that a key is kept for.
struct KeyHost {
  let url: URL
  /// `host` or `host:port`.
  let authority: String

  /// The endpoint that the operand names, or the Anthropic API. What is no address may be a key, and is not repeated.
  init(_ arguments: ParsedArguments, of syntax: CommandLineSyntax) throws {
    let words = arguments.operands.isEmpty ? ["https://\(Connection.anthropic)"] : arguments.operands
    guard words.count == 1, let url = try? Connection.server(at: words[0]) else {
      throw Failure(
        .usage,
        """
        \(syntax.command) takes at most the address of an endpoint such as https://gateway.example. A key never stands \
        on a command line, where other programs and the shell's history see it: it is asked for, or read from standard \
        input.
        """)
    }
    (self.url, authority) = url
  }
}
