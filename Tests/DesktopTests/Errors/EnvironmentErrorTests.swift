import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// What is wrong with the session or the window: nothing is sent, and no task is written.
@Suite(.desktop, .serialized) struct EnvironmentErrorTests {
  private let bench: TaskBench

  init() throws {
    bench = try TaskBench(.reply("done \"never\""))
  }

  @Test(arguments: [
    (["DISPLAY": ""], "set DISPLAY"),
    (["DISPLAY": ":31999"], "The X display :31999 cannot be reached"),
    (["DISPLAY": "", "XDG_SESSION_TYPE": "wayland"], "log in to an X11 (Xorg) session"),
  ])
  func `no display`(variables: [String: String], words: String) async throws {
    for arguments in [["Do it"], ["tree"], ["act", "click b1"], ["windows"]] {
      let run = try await bench.run(arguments, adding: variables)
      expectFailure(run, .noDisplay, saying: words)
    }
    try await expectNothingDone()
  }

  @Test func `no window manager`() async throws {
    let run = try await ProgramRun.of(
      Repository.script("throwaway-desktop"), ["--window-manager", "none", Repository.fazmLinux().path, "Do it"],
      environment: ProcessInfo.processInfo.environment)
    expectFailure(run, .noDisplay, saying: "No window manager", "start one")
  }

  @Test func `no session bus`() async throws {
    let run = try await bench.run("Do it", adding: ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"])
    expectFailure(run, .noAccessibilityBus, saying: "no D-Bus session bus", "inside a desktop session")
    try await expectNothingDone()
  }

  @Test func `no accessibility bus`() async throws {
    try await Self.withBareSession(on: bench.desktop) { session in
      let run = try await bench.run("Do it", adding: session)
      expectFailure(run, .noAccessibilityBus, saying: "no accessibility bus", "install the package at-spi2-core")
      try await expectNothingDone()

      let doctor = try await bench.run("doctor", adding: session)
      #expect(doctor.exitCode == ExitCode.noAccessibilityBus.rawValue)
      #expect(doctor.output.contains("MISSING accessibility bus: "))
      #expect(doctor.output.contains("ok      display: "))
    }
  }

  @Test func `nothing focused`() async throws {
    for arguments in [["Do it"], ["tree"], ["act", "key Return"]] {
      expectFailure(try await bench.run(arguments), .nothingFocused, saying: "click one, or name it with --app")
    }
    try await expectNothingDone()
  }

  @Test func `a program without a tree`() async throws {
    let program = try bench.desktop.launch("xmessage", ["-title", "Bare", "Nothing to read here"])
    try await bench.desktop.waitForWindow("Bare")
    expectFailure(
      try await bench.run("tree", "--app", "xmessage"), .noTree, saying: "not on the accessibility bus", "restart it")
    try await bench.desktop.close(program)
  }

  @Test func `a program that does not respond`() async throws {
    try await bench.desktop.withWindow("Sign up", of: "zenity", ["--entry", "--title=Sign up"]) { program in
      kill(program.pid, SIGSTOP)
      defer { kill(program.pid, SIGCONT) }
      expectFailure(
        try await bench.run("tree"), .notResponding, saying: "Zenity did not answer", "wait until it is no longer busy")
    }
  }

  @Test func `an accessibility bus that is slow`() async throws {
    let registry = """
      gdbus call --address "$(gdbus call -e -d org.a11y.Bus -o /org/a11y/bus -m org.a11y.Bus.GetAddress | cut -d\\' -f2)" \
      -d org.freedesktop.DBus -o /org/freedesktop/DBus -m org.freedesktop.DBus.GetConnectionUnixProcessID \
      org.a11y.atspi.Registry
      """
    try await bench.desktop.withWindow("Sign up", of: "zenity", ["--entry", "--title=Sign up"]) { _ in
      let answer = try await bench.desktop.run("sh", ["-c", registry])
      let pid = try #require(answer.output.firstMatch(of: /uint32 (\d+)/).flatMap { pid_t($0.output.1) }, "\(answer)")
      kill(pid, SIGSTOP)
      defer { kill(pid, SIGCONT) }
      expectFailure(
        try await bench.run("tree"), .notResponding, saying: "The accessibility bus did not answer", "try again")
    }
  }

  @Test(arguments: [["Do it"], ["tree"], ["act", "key Return"]])
  func `a window that is not there`(arguments: [String]) async throws {
    try await bench.desktop.withWindow("Sign up", of: "zenity", ["--entry", "--title=Sign up"]) { _ in
      expectFailure(
        try await bench.run(arguments + ["--app", "gimp"]), .unknownWindow,
        saying: "No window of \"gimp\" is open; there is Zenity")
      expectFailure(
        try await bench.run(arguments + ["--window", "0x7fffff"]), .unknownWindow,
        saying: "There is no window 0x7fffff. See fazm-linux windows.")
      expectFailure(
        try await bench.run(arguments + ["--window", "mine"]), .usage, saying: "--window takes a number such as 0x")
    }
    try await expectNothingDone()
  }

  private func expectNothingDone() async throws {
    #expect(try bench.requestCount() == 0)
    #expect(try await bench.tasks().isEmpty)
  }

  /// A session bus on which nothing can be started, on the same display.
  private static func withBareSession(
    on desktop: Desktop, _ body: ([String: String]) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    let address = "unix:path=\(folder.url.path)/bus"
    try folder.add(
      "bus.conf",
      content: """
        <busconfig>
          <type>session</type><listen>\(address)</listen><auth>EXTERNAL</auth>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
          </policy>
        </busconfig>
        """)
    let bus = try desktop.launch("dbus-daemon", ["--nofork", "--config-file=\(folder.url.path)/bus.conf"])
    try await desktop.waitUntil("the bare session bus") {
      FileManager.default.fileExists(atPath: folder.url.appending(path: "bus").path)
    }
    try await body(["DBUS_SESSION_BUS_ADDRESS": address])
    try await desktop.close(bus)
  }
}
