import Settings

/// One command of the program.
protocol Subcommand: Sendable {
  static var syntax: CommandLineSyntax { get }
  /// Does it, and says how the program exits. Throws what ends it early.
  static func run(_ arguments: ParsedArguments) async throws -> ExitCode
}

/// The commands by the words that choose them. Anything else is a request.
enum Subcommands {
  static let all: [(name: String, type: any Subcommand.Type)] = [
    ("run", RunCommand.self),
    ("tree", TreeCommand.self),
    ("act", ActCommand.self),
    ("windows", WindowsCommand.self),
    ("stop", StopCommand.self),
    ("doctor", DoctorCommand.self),
    ("usage", UsageCommand.self),
    ("usage show", UsageShowCommand.self),
    ("usage status", UsageStatusCommand.self),
    ("usage balance", UsageBalanceCommand.self),
    ("usage caps", UsageCapsCommand.self),
    ("usage plan", UsagePlanCommand.self),
    ("usage export", UsageExportCommand.self),
    ("prices", PricesCommand.self),
    ("login", LoginCommand.self),
    ("logout", LogoutCommand.self),
  ]

  static func named(_ name: String) -> (any Subcommand.Type)? {
    all.first { $0.name == name }?.type
  }

  /// The command that the first words choose, two of them before one, and what comes after them.
  static func chosen(by arguments: [String]) -> (type: any Subcommand.Type, rest: [String]) {
    for count in [2, 1] where arguments.count >= count {
      let name = arguments.prefix(count).joined(separator: " ")
      if !arguments.prefix(count).contains(where: { $0.contains(" ") }), let type = named(name) {
        return (type, Array(arguments.dropFirst(count)))
      }
    }
    return (RunCommand.self, arguments)
  }
}
