import Foundation
import TestSupport

/// A web server on 127.0.0.1 with a form to book a room and the pages of `Verbs/Pages`, which records what is
/// submitted. It ends with the last reference to it.
final class FormServer: Sendable {
  let address: String
  /// It holds the record, `submissions.jsonl`.
  let folder: TemporaryFolder

  /// The server ends when this is closed, so that none outlives the tests.
  private let lifeline: FileHandle

  init() throws {
    folder = try TemporaryFolder()
    let input = Pipe()
    let output = Pipe()
    let process = Process()
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    process.executableURL = tests.appending(path: "Jobs/form-server")
    process.arguments = [Self.record(in: folder).path, tests.appending(path: "Verbs/Pages").path]
    process.standardInput = input
    process.standardOutput = output
    try process.runWithSignalsUnblocked()
    lifeline = input.fileHandleForWriting
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw HarnessError.failed("The web server of the tests did not start.")
    }
    address = "http://127.0.0.1:\(port)/"
  }

  deinit {
    try? lifeline.close()
  }

  /// What was submitted so far, in order.
  func submissions() throws -> [[String: String]] { try Self.submissions(in: folder) }

  static func submissions(in folder: TemporaryFolder) throws -> [[String: String]] {
    guard let lines = try? Data(contentsOf: record(in: folder)) else { return [] }
    return try lines.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode([String: String].self, from: Data($0))
    }
  }

  private static func record(in folder: TemporaryFolder) -> URL {
    folder.url.appending(path: "submissions.jsonl")
  }
}
