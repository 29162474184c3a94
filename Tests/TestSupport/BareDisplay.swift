import Foundation

/// An X server with nothing on it but a window manager, for tests that open a display in their own
/// process. It is up in a fraction of a second, and needs no cookie, which a process can have only one of.
package final class BareDisplay: Sendable {
  /// What `DISPLAY` is set to, such as `:7`.
  package let name: String
  /// The environment of a program on this display.
  package let environment: [String: String]

  private init(name: String) {
    self.name = name
    var environment = ProcessInfo.processInfo.environment
    for variable in ["DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "XAUTHORITY", "XMODIFIERS", "GTK_IM_MODULE"] {
      environment[variable] = nil
    }
    let ours = ["DISPLAY": name, "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11", "LC_ALL": "C.UTF-8"]
    self.environment = environment.merging(ours) { _, new in new }
  }

  /// Starts a display, gives it to `body` and ends it with what runs on it, whatever happens.
  @discardableResult
  package static func run<Result>(
    windowManager: Bool = true, _ body: (BareDisplay) async throws -> Result
  ) async throws -> Result {
    let answer = Pipe()
    let server = try start(
      "Xvfb", ["-displayfd", "1", "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"], output: answer)
    defer { end(server) }
    var number = ""
    while !number.hasSuffix("\n"), let bytes = try answer.fileHandleForReading.read(upToCount: 16), !bytes.isEmpty {
      number += String(decoding: bytes, as: UTF8.self)
    }
    guard let number = Int(number.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw HarnessError.failed("Xvfb did not say which display it took.")
    }
    let display = BareDisplay(name: ":\(number)")
    guard windowManager else { return try await body(display) }
    let manager = try start("openbox", [], environment: display.environment)
    defer { end(manager) }
    while try await !display.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").output.contains("#") {
      guard manager.isRunning else { throw HarnessError.notInstalled("openbox") }
    }
    return try await body(display)
  }

  /// Runs a program of the search path on the display to its end.
  package func run(_ program: String, _ arguments: String...) async throws -> ProgramRun {
    try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), [program] + arguments, environment: environment, limit: .seconds(60))
  }

  private static func start(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil, output: Pipe? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.runWithSignalsUnblocked()
    return process
  }

  private static func end(_ process: Process) {
    process.terminate()
    process.waitUntilExit()
  }
}
