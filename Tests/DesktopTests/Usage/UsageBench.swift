import Foundation
import Ledger
import Model
import TestSupport

/// Runs the usage commands on a ledger of their own. They need no desktop.
struct UsageBench {
  let folder: TemporaryFolder
  let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger(at: folder.url.appending(path: "fazm-linux/ledger.sqlite3").path)
  }

  /// Takes a task of two turns that cost 46,000 and 1,000 nano-dollars, and ends it.
  @discardableResult
  func addTask(_ request: String = "organize <this> folder", mode: BillingMode = .api) async throws -> TaskID {
    let identity = ModelIdentity(mode: mode, model: "claude-haiku-5-5", host: "api.anthropic.com", meter: "nothing")
    let task = try await ledger.begin(NewTask(request: request, program: "pcmanfm", identity: identity))
    for cost in [46_000, 1_000] as [Int64] {
      let turn = try await ledger.startTurn(
        of: task, NewTurn(identity: identity, promptVersion: "p", images: 1, imageTokens: 1000))
      let usage = Usage(input: 400, cacheRead: 600, cacheWrite5m: 0, cacheWrite1h: 0, output: 50)
      let reply = ModelReply(
        message: Message(.assistant, text: "click b3"), stopReason: .endTurn, usage: usage,
        cost: .computed(NanoDollars(rawValue: cost)))
      try await ledger.finishTurn(turn, with: reply, duration: .seconds(1), priceTableVersion: "test")
    }
    try await ledger.end(task, as: .done)
    return task
  }

  func run(_ arguments: String..., adding others: [String: String] = [:]) async throws -> ProgramRun {
    try await run(arguments, adding: others)
  }

  func run(_ arguments: [String], adding others: [String: String] = [:]) async throws -> ProgramRun {
    try await ProgramRun.of(
      try Repository.fazmLinux(), ["usage"] + arguments, environment: environment.merging(others) { $1 })
  }

  /// Nothing but the ledger.
  var environment: [String: String] {
    ["HOME": folder.url.path, "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": folder.url.path, "TZ": "UTC"]
  }
}
