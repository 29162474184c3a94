import Foundation
import Synchronization
import TestSupport

@testable import Model

/// A client and a scripted server, with waits that are recorded and not waited.
struct Bench {
  let server: MessagesServer
  let waits = Recorder<Duration>()
  let notices = Recorder<RetryNotice>()

  static let secret = "sk-ant-test-0123456789"

  init(_ script: ScriptedReply...) throws {
    server = try MessagesServer(script)
  }

  func client(
    model: String = "claude-haiku-5-5", mode: BillingMode = .api, credential: Bool = true, caching: Bool? = nil,
    timeout: Duration = .seconds(60), path: String = ""
  ) throws -> MessagesAPI {
    var options = MessagesAPI.Options()
    options.caching = caching
    options.timeout = timeout
    options.retry.sleep = { waits.add($0) }
    options.retry.chance = { 0 }
    options.onRetry = { notices.add($0) }
    let baseURL = server.baseURL.appending(path: path)
    let key =
      credential
      ? Credential(
        Self.secret, scheme: mode == .api ? .apiKey : .bearer, source: "ANTHROPIC_API_KEY",
        authority: baseURL.authority ?? "") : nil
    return MessagesAPI(
      connection: Connection(mode: mode, baseURL: baseURL, credential: key), model: model,
      prices: try PriceTable.load(),
      options: options)
  }

  /// Asks a client of the defaults and returns why it failed; nil when it did not.
  func failure(asking request: ModelRequest = .hello, of client: MessagesAPI? = nil) async throws -> ModelError? {
    try await (client ?? self.client()).failure(asking: request)
  }
}

extension LanguageModel {
  /// Why it does not answer; nil where it does.
  func failure(asking request: ModelRequest = .hello) async -> ModelError? {
    do throws(ModelError) {
      _ = try await reply(to: request)
      return nil
    } catch {
      return error
    }
  }
}

/// What a closure was called with.
final class Recorder<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])

  func add(_ value: Value) {
    values.withLock { $0.append(value) }
  }

  var all: [Value] { values.withLock { $0 } }
}

extension ModelRequest {
  static let hello = ModelRequest(system: "Be brief.", messages: [Message(.user, text: "hello")], maxTokens: 100)
}
