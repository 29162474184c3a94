import Foundation
import Synchronization

/// A throw-away desktop of `Scripts/throwaway-desktop`: a display, a window manager, a bus and a home of
/// its own, gone with everything that runs on it when `stop` is called, or when the test run ends.
package final class Desktop: Sendable {
  /// The whole environment of a program on this desktop. Credentials and settings of the person who
  /// runs the tests are not in it.
  package let environment: [String: String]

  private let script: Mutex<Process>
  private let lifeline: FileHandle

  /// Starts a desktop, gives it to `body` and stops it again, whatever happens.
  @discardableResult
  package static func run<Result: Sendable>(
    wayland: Bool = false, _ body: (Desktop) async throws -> Result
  ) async throws -> Result {
    let desktop = try await Desktop.start(wayland: wayland)
    do {
      let result = try await body(desktop)
      await desktop.stop()
      return result
    } catch {
      await desktop.stop()
      throw error
    }
  }

  /// - Throws: `HarnessError.noDesktop` with what the script said.
  package static func start(wayland: Bool = false) async throws -> Desktop {
    let scratch = try TemporaryFolder()
    defer { withExtendedLifetime(scratch) {} }
    let answer = scratch.url.appending(path: "environment.json")
    let errors = scratch.url.appending(path: "errors")
    try Data().write(to: errors)
    let errorFile = try FileHandle(forWritingTo: errors)

    let process = Process()
    let input = Pipe()
    process.executableURL = Repository.script("throwaway-desktop")
    process.arguments = ["--json", "--env-file", answer.path] + (wayland ? ["--wayland"] : [])
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errorFile
    try process.runWithSignalsUnblocked()
    try errorFile.close()

    // The script has deadlines of its own and always ends or answers.
    while !FileManager.default.fileExists(atPath: answer.path) {
      guard process.isRunning else {
        throw HarnessError.noDesktop(String(decoding: try Data(contentsOf: errors), as: UTF8.self))
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    let description = try JSONDecoder().decode(Description.self, from: Data(contentsOf: answer))
    return Desktop(process: process, lifeline: input.fileHandleForWriting, description: description)
  }

  private init(process: Process, lifeline: FileHandle, description: Description) {
    var environment = ProcessInfo.processInfo.environment.filter { name, _ in
      !description.unset.contains(name) && !["ANTHROPIC_", "CLAUDE_", "FAZM_"].contains { name.hasPrefix($0) }
    }
    environment.merge(description.set) { _, new in new }
    self.environment = environment
    self.lifeline = lifeline
    script = Mutex(process)
  }

  /// Ends the desktop and waits until nothing of it is left.
  package func stop() async {
    try? lifeline.close()
    while script.withLock({ $0.isRunning }) {
      try? await Task.sleep(for: .milliseconds(10))
    }
  }

  /// What the script writes as JSON.
  private struct Description: Decodable {
    let set: [String: String]
    let unset: [String]
  }
}
