import Foundation
import TestSupport
import Testing

@testable import Input

struct DetachedProcessTests {
  @Test func nothingIsLeftOfAProcessThatHasEnded() async throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "process").path
    let script = "echo $$ > '\(file).new'; mv '\(file).new' '\(file)'; cat"
    let line = try #require(DetachedProcess.start("/bin/sh", ["-c", script], kind: .stream))
    while !FileManager.default.fileExists(atPath: file) { try await Task.sleep(for: .milliseconds(5)) }
    let process = try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(FileManager.default.fileExists(atPath: "/proc/\(process)"))

    close(line)
    while FileManager.default.fileExists(atPath: "/proc/\(process)") { try await Task.sleep(for: .milliseconds(5)) }
  }

  @Test func whatCannotBeStartedHasNoLine() {
    #expect(DetachedProcess.start("/nowhere/program", [], kind: .messages) == nil)
  }
}
