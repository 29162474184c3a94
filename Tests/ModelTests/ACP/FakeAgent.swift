import Foundation
import TestSupport

@testable import Model

/// A scripted agent, and what it was told.
struct FakeAgent {
  let folder: TemporaryFolder
  let notices = Recorder<String>()

  static let greeting: JSON = [
    "protocolVersion": 1, "agentCapabilities": ["promptCapabilities": ["image": true]],
    "agentInfo": ["name": "fake", "title": "Fake Agent", "version": "1"], "authMethods": [],
  ]

  init(
    greeting: JSON? = greeting, sessions: [JSON] = [["sessionId": "s1"], ["sessionId": "s2"]], turns: [JSON]...
  ) throws {
    try self.init(greeting: greeting, sessions: sessions, turns: turns)
  }

  init(
    greeting: JSON? = greeting, sessions: [JSON] = [["sessionId": "s1"], ["sessionId": "s2"]], turns: [[JSON]]
  ) throws {
    folder = try TemporaryFolder()
    var script: [String: JSON] = ["sessions": .array(sessions), "turns": .array(turns.map(JSON.array))]
    script["initialize"] = greeting
    try JSONEncoder().encode(script).write(to: folder.url.appending(path: "script.json"))
  }

  /// As a person would give it.
  var command: [String] {
    let program = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "fake-agent")
    return [program.path, folder.url.appending(path: "script.json").path, "--an option"]
  }

  func connect(
    environment extra: [String: String] = [:], timeout: Duration = .seconds(60), startTimeout: Duration = .seconds(60),
    grace: Duration = .seconds(20), certificates: String? = nil, prices: PriceTable? = nil
  ) async throws(ModelError) -> ACPModel {
    var options = ACPModel.Options()
    options.certificates = certificates
    options.timeout = timeout
    options.startTimeout = startTimeout
    options.grace = grace
    // The folder stays as long as the model does.
    options.onNotice = { [notices, folder] notice in withExtendedLifetime(folder) { notices.add(notice) } }
    let environment = ["PATH": "/usr/bin:/bin"].merging(extra) { $1 }
    return try await ACPModel.connect(command: command, environment: environment, prices: prices, options: options)
  }

  func record() throws -> [JSON] {
    let data = try Data(contentsOf: folder.url.appending(path: "record.jsonl"))
    return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(JSON.self, from: $0) }
  }

  func runs() throws -> [JSON] { try record().filter { $0["arguments"] != .null } }

  func lines() throws -> [JSON] { try record().map { $0["line"] }.filter { $0 != .null } }

  /// The blocks of each prompt.
  func prompts() throws -> [JSON] {
    try lines().filter { $0["method"] == "session/prompt" }.map { $0["params"]["prompt"] }
  }
}

extension [JSON] {
  static func agentSays(_ text: String, nano: Int? = nil) -> Self {
    [.chunk(text)] + (nano.map { [.total($0)] } ?? []) + [.turnEnds()]
  }
}

extension JSON {
  static func chunk(_ text: String) -> JSON {
    ["update": ["sessionUpdate": "agent_message_chunk", "content": ["type": "text", "text": .string(text)]]]
  }

  static func total(_ nano: Int, currency: String = "USD") -> JSON {
    [
      "update": [
        "sessionUpdate": "usage_update", "used": 10, "size": 200_000,
        "cost": ["nano": .number(nano), "currency": .string(currency)],
      ]
    ]
  }

  static func turnEnds(_ reason: String = "end_turn") -> JSON { ["answer": ["stopReason": .string(reason)]] }

  static let untilCancelled: JSON = ["await": "session/cancel"]
}
