import Settings

/// Stops the task on this display.
struct StopCommand: Subcommand {
  static let syntax = CommandLineSyntax(
    command: "fazm-linux stop", summary: "Stops the task that works on this display.", options: [])

  static func run(_ arguments: ParsedArguments) async throws -> ExitCode {
    guard let request = try RunningTask.stop() else {
      Output.line("No task is running on this display.")
      return .done
    }
    Output.line("Stopped: \(request)")
    return .done
  }
}
