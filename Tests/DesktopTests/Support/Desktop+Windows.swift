import Foundation
import TestSupport

extension Desktop {
  /// Waits until the window with this title has the focus and its program has come to the accessibility bus.
  func waitForFocus(_ title: String, within limit: Duration = .seconds(30)) async throws {
    try await waitUntil("“\(title)” to have the focus", within: limit) {
      try await run("xdotool", ["getactivewindow", "getwindowname"]).output == title + "\n"
    }
    try await waitUntil("the accessible tree of “\(title)”") { try await fazmLinux("tree").exitCode == 0 }
  }

  /// Opens a window, waits until it can be used, and closes it after `body`.
  func withWindow<Result>(
    _ title: String, of program: String, _ arguments: [String],
    _ body: (RunningProgram) async throws -> Result
  ) async throws -> Result {
    let running = try launch(program, arguments)
    do {
      try await waitForFocus(title)
      let result = try await body(running)
      try await close(running)
      return result
    } catch {
      try await close(running)
      throw error
    }
  }

  /// Ends a program and waits until it and its windows are gone.
  func close(_ program: RunningProgram) async throws {
    kill(program.pid, SIGTERM)
    try await waitUntil("the end of \(program.name)") { kill(program.pid, 0) != 0 }
  }

  /// What the entry of the dialog “Sign up” holds, as the outline shows it.
  func dialogEntry() async throws -> String {
    let tree = try await fazmLinux("tree", "--app", "zenity")
    return tree.output.split(separator: "\n").first { $0.hasPrefix("e") }.map(String.init) ?? tree.errors
  }
}
