import Foundation
import TestSupport

/// A session bus of a test's own, with a home and a real keyring or none, that ends with the last reference to it.
final class KeyringSession: Sendable {
  enum Keyring: Sendable { case unlocked, none }

  let environment: [String: String]
  private let folder: TemporaryFolder
  private let lifeline: FileHandle

  /// On a bus of its own without a display.
  convenience init(_ keyring: Keyring) throws {
    let folder = try TemporaryFolder()
    try folder.add("runtime/empty", "bus.conf", content: Self.bareBus)
    let home = folder.url.path
    let environment = [
      "HOME": home, "XDG_DATA_HOME": "\(home)/data", "XDG_RUNTIME_DIR": "\(home)/runtime", "PATH": "/usr/bin:/bin",
    ]
    let arguments =
      switch keyring {
      case .none: ["dbus-run-session", "--config-file=\(home)/bus.conf", "--", "sh", "-c", Self.stay]
      case .unlocked: ["dbus-run-session", "--", "sh", "-c", Self.unlock + Self.stay]
      }
    try self.init(arguments, environment, folder)
  }

  /// With an unlocked keyring on the bus of a desktop.
  convenience init(on desktop: Desktop) throws {
    try self.init(["sh", "-c", Self.unlock + Self.stay], desktop.environment, TemporaryFolder())
  }

  private init(_ arguments: [String], _ environment: [String: String], _ folder: TemporaryFolder) throws {
    let input = Pipe()
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = environment
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.runWithSignalsUnblocked()
    lifeline = input.fileHandleForWriting
    let address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard address.hasPrefix("unix:") else { throw HarnessError.failed("The session bus of the test did not start.") }
    self.environment = environment.merging(["DBUS_SESSION_BUS_ADDRESS": address.trimmingCharacters(in: .newlines)]) {
      $1
    }
    self.folder = folder
  }

  deinit {
    try? lifeline.close()
  }

  private static let unlock = "printf secret | gnome-keyring-daemon --unlock --components=secrets >&2\n"
  private static let stay = "echo $DBUS_SESSION_BUS_ADDRESS; exec cat >&2"

  /// A bus on which nothing can be started.
  private static let bareBus = """
    <busconfig>
      <type>session</type><listen>unix:tmpdir=/tmp</listen>
      <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
    </busconfig>
    """

  func fazmLinux(
    _ arguments: String..., input: String = "", adding variables: [String: String] = [:]
  ) async throws -> ProgramRun {
    try await ProgramRun.of(
      try Repository.fazmLinux(), arguments, environment: environment.merging(variables) { $1 }, input: input)
  }

  /// Runs it on a terminal, and types `answer` where it asks.
  func fazmLinux(_ arguments: String..., typing answer: String) async throws -> ProgramRun {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "type-at-terminal")
    return try await ProgramRun.of(
      script, [answer, try Repository.fazmLinux().path] + arguments, environment: environment)
  }

  /// Locks the keyring, which then cannot be unlocked, because nobody is there to ask.
  func lock() async throws {
    let run = try await ProgramRun.of(
      URL(filePath: "/usr/bin/gdbus"),
      [
        "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path", "/org/freedesktop/secrets",
        "--method", "org.freedesktop.Secret.Service.Lock", "['/org/freedesktop/secrets/collection/login']",
      ], environment: environment)
    guard run.exitCode == 0 else { throw HarnessError.failed(run.errors) }
  }
}
