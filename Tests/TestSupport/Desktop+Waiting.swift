import Foundation

extension Desktop {
  /// Polls until the condition holds. The limit is generous, because a busy machine must not fail a test.
  ///
  /// - Throws: `HarnessError.timedOut` with a picture of the desktop, or what the condition throws.
  package func waitUntil(
    _ what: String, within limit: Duration = .seconds(30), _ condition: () async throws -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
      if ContinuousClock.now > deadline {
        throw HarnessError.timedOut(waitingFor: what, picture: await pictureForReport())
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Waits until a window is there whose title contains the text.
  package func waitForWindow(_ title: String, within limit: Duration = .seconds(30)) async throws {
    try await waitUntil("a window with “\(title)” in its title", within: limit) {
      try await windowTitles().contains { $0.contains(title) }
    }
  }

  /// The titles of all windows that the window manager lists, oldest first.
  package func windowTitles() async throws -> [String] {
    var titles: [String] = []
    for window in try await windowIDs() {
      let answer = try await run("xprop", ["-id", window, "-notype", "_NET_WM_NAME", "WM_NAME"])
      let line = answer.output.split(separator: "\n").first { $0.contains(" = \"") }
      guard let line, let start = line.firstRange(of: " = \"") else { continue }
      titles.append(String(line[start.upperBound...].dropLast()))
    }
    return titles
  }

  /// The window that has the keyboard, as `0x…`; nil when none has.
  package func activeWindow() async throws -> String? {
    let answer = try await run("xprop", ["-root", "-notype", "_NET_ACTIVE_WINDOW"])
    return Self.hexNumbers(in: answer.output).first { $0 != "0x0" }
  }

  /// Writes the picture of the desktop as PNG.
  package func screenshot(to file: URL) async throws {
    let answer = try await ProgramRun.of(
      Repository.script("screenshot"), [file.path], environment: environment, limit: .seconds(20))
    guard answer.exitCode == 0 else { throw HarnessError.failed(answer.errors) }
  }

  private func windowIDs() async throws -> [String] {
    Self.hexNumbers(in: try await run("xprop", ["-root", "-notype", "_NET_CLIENT_LIST"]).output)
  }

  private static func hexNumbers(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.filter { $0.hasPrefix("0x") }.map(String.init)
  }

  private func pictureForReport() async -> String {
    let file = URL(filePath: "/tmp").appending(path: "fazm-linux-failure-\(UUID().uuidString).png")
    do {
      try await screenshot(to: file)
      return file.path
    } catch {
      return "no picture, because \(error)"
    }
  }
}
