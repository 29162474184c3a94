import Settings

/// One command of the program.
protocol Subcommand: Sendable {
  static var syntax: CommandLineSyntax { get }
  /// Does it, and says how the program exits. Throws what ends it early.
  static func run(_ arguments: ParsedArguments) async throws -> ExitCode
}

/// The commands by the word that chooses them. Anything else is a request.
enum Subcommands {
  static let all: [(name: String, type: any Subcommand.Type)] = [
    ("run", RunCommand.self),
    ("tree", TreeCommand.self),
    ("act", ActCommand.self),
    ("windows", WindowsCommand.self),
    ("doctor", DoctorCommand.self),
    ("usage", UsageCommand.self),
    ("prices", PricesCommand.self),
  ]

  static func named(_ name: String) -> (any Subcommand.Type)? {
    all.first { $0.name == name }?.type
  }
}
