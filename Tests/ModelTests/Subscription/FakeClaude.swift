import Foundation
import TestSupport

@testable import Model

/// A scripted `claude` in a folder of its own, and what it was told.
struct FakeClaude {
  typealias Turn = [JSON]

  let folder: TemporaryFolder
  let notices = Recorder<String>()
  let retries = Recorder<RetryNotice>()

  /// What the real program says when it is logged in with a plan.
  static let planStatus: JSON = [
    "loggedIn": true, "authMethod": "claude.ai", "apiProvider": "firstParty", "subscriptionType": "max",
  ]

  init(
    version: String? = "2.1.327 (Claude Code)", status: JSON = planStatus, statusCode: Int = 0, turns: Turn...
  ) throws {
    try self.init(version: version, status: status, statusCode: statusCode, turns: turns)
  }

  init(
    version: String? = "2.1.327 (Claude Code)", status: JSON = planStatus, statusCode: Int = 0, turns: [Turn]
  ) throws {
    folder = try TemporaryFolder()
    let program = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "fake-claude")
    try FileManager.default.createDirectory(at: folder.url.appending(path: "bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "bin/claude"), withDestinationURL: program)
    let script: JSON = [
      "version": version.map(JSON.string) ?? .null, "status": status, "statusCode": .number(statusCode),
      "turns": .array(turns.map(JSON.array)),
    ]
    try JSONEncoder().encode(script).write(to: folder.url.appending(path: "script.json"))
  }

  var environment: [String: String] {
    [
      "PATH": "\(folder.url.appending(path: "bin").path):/usr/bin:/bin", "HOME": folder.url.path,
      "FAKE_CLAUDE": folder.url.appending(path: "script.json").path,
    ]
  }

  func connect(
    environment extra: [String: String] = [:], model: String = "haiku", timeout: Duration = .seconds(60),
    checkTimeout: Duration = .seconds(60), grace: Duration = .seconds(20), certificates: String? = nil
  ) async throws(ModelError) -> SubscriptionModel {
    var options = SubscriptionModel.Options()
    options.certificates = certificates
    options.timeout = timeout
    options.checkTimeout = checkTimeout
    options.grace = grace
    options.onRetry = { [retries] in retries.add($0) }
    // The folder stays as long as the model does.
    options.onNotice = { [notices, folder] notice in withExtendedLifetime(folder) { notices.add(notice) } }
    let prices: PriceTable
    do { prices = try PriceTable.load() } catch { throw .malformedReply(host: "prices", reason: "\(error)") }
    return try await SubscriptionModel.connect(
      environment: environment.merging(extra) { $1 }, model: model, prices: prices, options: options)
  }

  /// Everything that was recorded.
  func record() throws -> [JSON] {
    let data = try Data(contentsOf: folder.url.appending(path: "record.jsonl"))
    return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(JSON.self, from: $0) }
  }

  /// The runs that had a conversation.
  func runs() throws -> [JSON] { try record().filter { $0["arguments"] != .null } }

  /// The lines that were read.
  func lines() throws -> [JSON] { try record().map { $0["line"] }.filter { $0 != .null } }

  /// The messages of the user.
  func messages() throws -> [JSON] { try lines().filter { $0["type"] == "user" }.map { $0["message"]["content"] } }
}

extension [JSON] {
  /// A turn that answers as the real program does.
  static func answer(_ text: String, nano: Int = 46_000, session: String = "s1") -> Self {
    [.start, .words(text), .end(text, nano: nano, session: session)]
  }

  /// A turn that ends in an error as the real program reports it.
  static func failure(
    status: Int? = nil, word: String? = nil, text: String, limit: JSON? = nil, apiError: String? = nil, nano: Int = 0,
    cut: String? = nil
  ) -> Self {
    var said: [String: JSON] = [
      "type": "assistant", "message": ["model": "<synthetic>", "content": [["type": "text", "text": .string(text)]]],
    ]
    said["error"] = word.map(JSON.string)
    said["api_error_params"] = limit.map { ["rate_limit_info": $0] } ?? cut.map { ["cut": .string($0)] }
    var result: [String: JSON] = [
      "type": "result", "subtype": "success", "is_error": true, "result": .string(text), "session_id": "s1",
      "total_nano": .number(nano), "stop_reason": "stop_sequence",
      "usage": ["input_tokens": 0, "output_tokens": 0],
    ]
    result["api_error_status"] = status.map(JSON.number)
    result["api_error"] = apiError.map(JSON.string)
    return [.start, ["print": .object(said)], ["print": .object(result)]]
  }
}

extension JSON {
  static let start: JSON = ["print": ["type": "system", "subtype": "init", "session_id": "s1", "apiKeySource": "none"]]

  static func words(_ text: String, model: String = "claude-haiku-5-5") -> JSON {
    [
      "print": [
        "type": "assistant", "request_id": "req_1",
        "message": ["model": .string(model), "content": [["type": "text", "text": .string(text)]]],
      ]
    ]
  }

  static func end(_ text: String, nano: Int, session: String = "s1", stop: String = "end_turn") -> JSON {
    [
      "print": [
        "type": "result", "subtype": "success", "is_error": false, "result": .string(text),
        "stop_reason": .string(stop), "session_id": .string(session), "total_nano": .number(nano),
        "usage": [
          "input_tokens": 400, "output_tokens": 12, "cache_read_input_tokens": 5, "cache_creation_input_tokens": 7,
          "cache_creation": ["ephemeral_5m_input_tokens": 7, "ephemeral_1h_input_tokens": 0],
        ],
      ]
    ]
  }

  /// What the real program prints when it has been told to break off.
  static func brokenOff(nano: Int) -> JSON {
    [
      "print": [
        "type": "result", "subtype": "error_during_execution", "is_error": true, "session_id": "s1",
        "total_nano": .number(nano), "usage": ["input_tokens": 0, "output_tokens": 0],
      ]
    ]
  }

  static let untilInterrupted: JSON = ["await": "interrupt"]
}
