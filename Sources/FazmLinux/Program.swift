import Input
import Settings

/// From the words that were typed to the exit code.
enum Program {
  static let version = "0.1.0"

  static func run(_ arguments: [String]) async -> ExitCode {
    do {
      return try await dispatch(arguments)
    } catch {
      let failure = Failure(error)
      Output.error("fazm-linux: \(failure.sentence)")
      return failure.code
    }
  }

  private static func dispatch(_ arguments: [String]) async throws -> ExitCode {
    if arguments == ["--version"] {
      Output.line("fazm-linux \(version)")
      return .done
    }
    if arguments == ["--man-page"] {
      Output.line(ManPage.text)
      return .done
    }
    if let display = GuardianProcess.display(in: arguments) {
      GuardianProcess.stand(on: display)
      return .done
    }
    if let display = ClipboardKeeper.display(in: arguments) {
      ClipboardKeeper.keep(on: display)
      return .done
    }
    let (command, rest) = Subcommands.chosen(by: arguments)
    let parsed = try command.syntax.parse(rest)
    guard !parsed.flags.contains("help") else {
      Output.text(command.syntax.help)
      return .done
    }
    if command.syntax.operands.isEmpty, let stray = parsed.operands.first {
      let name = command.syntax.command
      throw Failure(.usage, "\(name) takes no \"\(stray)\". See \(name) --help.")
    }
    return try await command.run(parsed)
  }
}
