import Foundation
import TestSupport

@testable import Model

/// The real `claude` with a home of its own and a made-up token, talking to a scripted server on this machine.
struct RealClaude {
  let server: MessagesServer
  let home: TemporaryFolder
  let retries = Recorder<RetryNotice>()
  private let program: String

  init(_ program: String?, _ script: ScriptedReply...) throws {
    try self.init(program, script)
  }

  init(_ program: String?, _ script: [ScriptedReply], access: MessagesServer.Access = .plain) throws {
    guard let program else { throw HarnessError.notInstalled("claude") }
    self.program = program
    server = try MessagesServer(script, access: access)
    home = try TemporaryFolder()
    let bin = home.url.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: bin.appending(path: "claude"), withDestinationURL: URL(fileURLWithPath: program))
  }

  /// What a desktop session has, with the variables that must not come through.
  func environment(token: String? = "sk-ant-oat01-made-up") -> [String: String] {
    var environment = [
      "HOME": home.url.path, "PATH": "\(home.url.path)/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
      "ANTHROPIC_API_KEY": "sk-ant-api03-of-somebody-else", "CLAUDECODE": "1",
    ]
    environment["CLAUDE_CODE_OAUTH_TOKEN"] = token
    return environment
  }

  func connect(
    model: String = "haiku", timeout: Duration = .seconds(120), token: String? = "sk-ant-oat01-made-up",
    certificates: String? = nil
  ) async throws -> SubscriptionModel {
    var options = SubscriptionModel.Options()
    options.timeout = timeout
    options.onRetry = { [retries] in retries.add($0) }
    let claude = try ClaudeProgram(
      environment: environment(token: token), certificates: certificates,
      hooks: ["ANTHROPIC_BASE_URL": server.baseURL.absoluteString, "CLAUDE_CODE_MAX_RETRIES": "1"])
    return try await SubscriptionModel.connect(claude, model: model, prices: PriceTable.load(), options: options)
  }
}
