import Foundation

/// The person's own, unmodified `claude`: where it is, and how it is run as a plain text model.
///
/// Its login is its own: it is never read, stored or passed on here.
struct ClaudeProgram: Sendable {
  static let name = "claude"
  static let notLoggedIn = ModelError.notLoggedIn(program: name, remedy: "run claude auth login in a terminal")

  /// The oldest version that sends a message as it is written. An older one would read the files that an @ on the
  /// screen names, and send them along.
  static let oldest = [2, 1, 248]

  let path: String
  let environment: [String: String]

  /// Finds the program on `PATH`, or where its own installer puts it. It trusts the `certificates` of a file in PEM form
  /// too. `hooks` are for tests: they are added to the environment after it has been cleaned.
  init(
    environment: [String: String], certificates: String? = nil, hooks: [String: String] = [:]
  ) throws(ModelError) {
    let home = environment["HOME"] ?? ""
    let folders = ["\(home)/.local/bin", "\(home)/.claude/local"]
    guard let path = ProgramPath.find(Self.name, environment: environment, folders: folders) else {
      throw .notInstalled(program: Self.name)
    }
    self.path = path
    let additions = [Self.settings, try TrustedCertificates.variables(certificates), hooks]
    self.environment = additions.reduce(Self.cleaned(environment)) { $0.merging($1) { $1 } }
  }

  /// Runs it for one conversation.
  func conversation(model: String, system: String, maxTokens: Int, in folder: EmptyFolder) -> ChildProcess.Command {
    var command = command(
      [
        "-p", "--input-format", "stream-json", "--output-format", "stream-json", "--verbose", "--model", model,
        "--effort", "low", "--tools", "", "--strict-mcp-config", "--disable-slash-commands", "--no-session-persistence",
        "--system-prompt", system,
      ], in: folder)
    command.environment["CLAUDE_CODE_MAX_OUTPUT_TOKENS"] = "\(maxTokens)"
    return command
  }

  /// Runs it with a few words. The person's settings are left out everywhere: they may hold hooks, or a helper that
  /// gives it a key and with it another payer.
  func command(_ arguments: [String], in folder: EmptyFolder) -> ChildProcess.Command {
    ChildProcess.Command(
      program: path, arguments: ["--setting-sources", ""] + arguments, environment: environment, folder: folder.path)
  }

  /// The environment without whatever would change who pays, where it sends to, or what it takes itself for. Its own
  /// configuration and login stay.
  private static func cleaned(_ environment: [String: String]) -> [String: String] {
    environment.filter { name, _ in
      if ["CLAUDE_CONFIG_DIR", "CLAUDE_CODE_OAUTH_TOKEN"].contains(name) { return true }
      return !["ANTHROPIC_", "CLAUDE_", "CLAUDECODE"].contains { name.hasPrefix($0) }
    }
  }

  private static let settings = [
    // It talks to nobody but the model.
    "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
    // It neither reads files that the screen names nor adds reminders.
    "CLAUDE_CODE_DISABLE_ATTACHMENTS": "1",
    "CLAUDE_CODE_DISABLE_CLAUDE_MDS": "1",
    "CLAUDE_CODE_MAX_RETRIES": "2",
    // Writing to a cache for an hour costs more than a task of minutes gets back.
    "FORCE_PROMPT_CACHING_5M": "1",
  ]
}
