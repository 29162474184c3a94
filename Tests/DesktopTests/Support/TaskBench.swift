import Foundation
import TestSupport

/// Runs tasks on the suite's desktop against a server with a script, with a ledger and a configuration of their own.
struct TaskBench {
  /// Something that must never be seen outside the header that it is sent in.
  static let fakeKey = "sk-fake-0123456789abcdef"

  let desktop: Desktop
  let server: MessagesServer
  /// Holds the ledger and the configuration.
  let folder: TemporaryFolder

  init(_ script: ScriptedReply..., on desktop: Desktop? = nil) throws {
    try self.init(script, on: desktop)
  }

  init(_ script: [ScriptedReply], access: MessagesServer.Access = .plain, on desktop: Desktop? = nil) throws {
    self.desktop = try desktop ?? SharedDesktop.current
    server = try MessagesServer(script, access: access)
    folder = try TemporaryFolder()
  }

  /// The environment in which tasks find the server.
  var variables: [String: String] {
    [
      "ANTHROPIC_BASE_URL": server.baseURL.absoluteString, "ANTHROPIC_AUTH_TOKEN": Self.fakeKey,
      "XDG_STATE_HOME": folder.url.path, "XDG_CONFIG_HOME": folder.url.path,
    ]
  }

  func run(
    _ arguments: String..., adding others: [String: String] = [:], input: String = "",
    meanwhile: (pid_t) async throws -> Void = { _ in }
  ) async throws -> ProgramRun {
    try await run(arguments, adding: others, input: input, meanwhile: meanwhile)
  }

  /// Runs the program; an empty value takes a variable away.
  func run(
    _ arguments: [String], adding others: [String: String] = [:], input: String = "",
    meanwhile: (pid_t) async throws -> Void = { _ in }
  ) async throws -> ProgramRun {
    let all = desktop.environment.merging(variables) { _, new in new }.merging(others) { _, new in new }
    return try await ProgramRun.of(
      try Repository.fazmLinux(), arguments, environment: all.filter { !$0.value.isEmpty }, input: input,
      meanwhile: meanwhile)
  }

  /// Writes the settings of the configuration file.
  func configure(_ settings: String...) throws {
    let text = (["[fazm-linux]"] + settings).joined(separator: "\n") + "\n"
    try folder.add("fazm-linux/config", content: text)
  }

  func turns() async throws -> TurnsOutput { try await decoded("turns") }

  func tasks() async throws -> [TasksOutput.Task] { try await (decoded("tasks") as TasksOutput).tasks }

  /// How many requests the server has had.
  func requestCount() throws -> Int { try server.requests().count }

  private func decoded<Value: Decodable>(_ report: String) async throws -> Value {
    let run = try await run("usage", report, "--json")
    return try JSONDecoder().decode(Value.self, from: Data(run.output.utf8))
  }
}

/// What `usage turns --json` prints, as far as tests look at it.
struct TurnsOutput: Decodable {
  struct Turn: Decodable {
    var task: String
    var model: String
    var state: String
    var costNanoUSD: Int?
    var taskCostAfterNanoUSD: Int
    var images: Int
    var retries: Int
    var stopReason: String?
    var errorType: String?
    var outlineTokensEstimate: Int?
  }

  struct Totals: Decodable {
    /// Left out where nothing of it is known.
    var totalCostNanoUSD: Int?
    /// Left out where all costs are known.
    var totalCostAtMostNanoUSD: Int?
    var unknownCosts: Int
    var turns: Int
  }

  var turns: [Turn]
  var totals: Totals
}

/// What `usage tasks --json` prints, as far as tests look at it.
struct TasksOutput: Decodable {
  struct Task: Decodable {
    var id: String
    var request: String?
    var state: String
    var turns: Int
    var totalCostNanoUSD: Int?
  }

  var tasks: [Task]
}
