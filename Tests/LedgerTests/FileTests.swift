import Foundation
import Glibc
import TestSupport
import Testing

@testable import Ledger

@Suite struct FileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func path(_ name: String) -> String {
    folder.url.appending(path: name).path
  }

  @Test func standsWhereXDGSays() {
    #expect(LedgerFile.path(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/fazm-linux/ledger.sqlite3")
    #expect(LedgerFile.path(environment: ["HOME": "/h"]) == "/h/.local/state/fazm-linux/ledger.sqlite3")
    // The specification has relative paths ignored.
    #expect(
      LedgerFile.path(environment: ["XDG_STATE_HOME": "s", "HOME": "/h"])
        == "/h/.local/state/fazm-linux/ledger.sqlite3")
  }

  @Test func isForItsOwnerAlone() async throws {
    let file = path("state/fazm-linux/ledger.sqlite3")
    let ledger = try Ledger(at: file)
    _ = try await ledger.begin(.example)
    #expect(try permissions(path("state")) == 0o700)
    #expect(try permissions(path("state/fazm-linux")) == 0o700)
    for suffix in ["", "-wal", "-shm"] {
      #expect(try permissions(file + suffix) == 0o600)
    }
  }

  @Test func closesAFileThatOthersCouldRead() throws {
    let file = path("ledger.sqlite3")
    _ = try Ledger(at: file)
    #expect(chmod(file, 0o644) == 0)
    _ = try Ledger(at: file)
    #expect(try permissions(file) == 0o600)
    // The directory was there before the ledger and is not the ledger's.
    #expect(try permissions(folder.url.path) != 0o700)
  }

  @Test func saysThatTheDirectoryIsAFile() throws {
    try folder.add("state")
    let file = path("state/fazm-linux/ledger.sqlite3")
    let error = #expect(throws: LedgerError.self) { try Ledger(at: file) }
    #expect(error == .notWritable(path: file, reason: "Not a directory"))
    let sentence = try #require(error).description
    #expect(sentence.contains(file) && sentence.contains("XDG_STATE_HOME"))
  }

  /// Tests may run as root, whom permissions do not stop; nobody can write in /proc.
  @Test func saysThatTheDirectoryCannotBeWritten() {
    #expect(throws: LedgerError.notWritable(path: "/proc/fazm/ledger.sqlite3", reason: "No such file or directory")) {
      try Ledger(at: "/proc/fazm/ledger.sqlite3")
    }
  }

  @Test func saysThatTheFileIsADirectory() throws {
    try folder.add("ledger.sqlite3/file")
    #expect(throws: LedgerError.notWritable(path: path("ledger.sqlite3"), reason: "it is not a file")) {
      try Ledger(at: path("ledger.sqlite3"))
    }
  }

  @Test func saysThatTheFileIsDamaged() throws {
    try folder.add("ledger.sqlite3", content: String(repeating: "this is no database ", count: 100))
    #expect(throws: LedgerError.damaged(path: path("ledger.sqlite3"))) { try Ledger(at: path("ledger.sqlite3")) }
  }

  @Test func saysThatARowIsDamaged() async throws {
    let file = path("ledger.sqlite3")
    let ledger = try Ledger(at: file)
    _ = try await ledger.begin(.example)
    try Database.open(file).execute("UPDATE tasks SET state = 'sleeping'")
    await #expect(throws: LedgerError.damaged(path: file)) { try await ledger.tasks() }
  }

  private func permissions(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }
}
