import Foundation

/// A Messages API server on 127.0.0.1 that answers what a script says, and records what it was asked. It ends with the
/// last reference to it.
///
///     let server = try MessagesServer([.reply("click {{ref of Save}}"), .status(529), .reply("done \"saved\"")])
///     … ANTHROPIC_BASE_URL = server.baseURL.absoluteString …
///     #expect(try server.requests().count == 3)
package final class MessagesServer: Sendable {
  package let baseURL: URL

  private let folder: TemporaryFolder
  /// The server ends when this is closed, so that none outlives the tests.
  private let lifeline: FileHandle

  /// How it is reached. With TLS its certificate is that of a test's own authority.
  package enum Access: Sendable {
    case plain
    case tls(TestAuthority)
    /// As a proxy, which takes whatever is meant for another server to itself, and speaks TLS there.
    case tunnel(TestAuthority)

    fileprivate var arguments: [String] {
      switch self {
      case .plain: []
      case .tls(let authority): ["--tls", authority.server.path]
      case .tunnel(let authority): ["--tls", authority.server.path, "--tunnel"]
      }
    }
  }

  package init(_ script: [ScriptedReply], access: Access = .plain) throws {
    folder = try TemporaryFolder()
    let file = folder.url.appending(path: "script.json")
    try JSONEncoder().encode(script).write(to: file)
    let input = Pipe()
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "messages-server")
    process.arguments = [file.path, "--record", Self.record(in: folder).path, "--exit-with-stdin"] + access.arguments
    process.standardInput = input
    process.standardOutput = output
    try process.runWithSignalsUnblocked()
    lifeline = input.fileHandleForWriting
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let scheme = if case .tls = access { "https" } else { "http" }
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)),
      let url = URL(string: "\(scheme)://127.0.0.1:\(port)")
    else { throw HarnessError.failed("The Messages API server of the tests did not start.") }
    baseURL = url
  }

  deinit {
    try? lifeline.close()
  }

  /// All requests so far, in order.
  package func requests() throws -> [RecordedRequest] {
    try Data(contentsOf: Self.record(in: folder)).split(separator: UInt8(ascii: "\n")).map {
      try RecordedRequest(line: $0)
    }
  }

  private static func record(in folder: TemporaryFolder) -> URL {
    folder.url.appending(path: "requests.jsonl")
  }
}
