import TestSupport
import Testing

@testable import Agent

@Suite struct DisplayLockTests {
  @Test func letsOneTaskOntoADisplay() throws {
    let folder = try TemporaryFolder()
    let directory = folder.url.appending(path: "run").path
    #expect(DisplayLock.holder(directory: directory, display: ":7") == nil)
    do {
      let lock = try DisplayLock(directory: directory, display: ":7", request: "tidy")
      #expect(DisplayLock.holder(directory: directory, display: ":7")?.request == "tidy")
      #expect(refusal(directory, ":7") == .taken(DisplayLock.holder(directory: directory, display: ":7")))
      #expect(refusal(directory, ":8") == nil)
      _ = consume lock
    }
    #expect(DisplayLock.holder(directory: directory, display: ":7") == nil)
    #expect(refusal(directory, ":7") == nil)
  }

  @Test func saysWhereItCannotWrite() throws {
    let folder = try TemporaryFolder()
    try folder.add("file", content: "")
    let directory = folder.url.appending(path: "file/run").path
    guard case .notWritable(let path, _) = refusal(directory, ":7") else {
      Issue.record("a lock cannot be made inside a file")
      return
    }
    #expect(path.hasPrefix(directory))
  }

  private func refusal(_ directory: String, _ display: String) -> DisplayLockError? {
    do {
      _ = try DisplayLock(directory: directory, display: display, request: "other")
      return nil
    } catch {
      return error
    }
  }
}
