import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// What the person is asked by a Wayland session's portal. The window in front is one of an X server's: the Wayland
/// desktop of the tests has no keyboard, and with it no focus.
@Suite struct PortalTests {
  private static let session = ["WAYLAND_DISPLAY": "wayland-none", "XDG_SESSION_TYPE": "wayland"]

  @Test func `keys are not pressed where the person does not let them`() async throws {
    try await Self.withDialogInFront { desktop in
      let portal = try await PortalDouble.start(on: desktop, ["--answer", "deny"])
      let run = try await desktop.fazmLinux("act", "--app", "zenity", "key ctrl+a", adding: Self.session)
      #expect(run.exitCode == ExitCode.stepFailed.rawValue)
      #expect(run.errors.contains("allow it in the dialog"))
      #expect(run.output.contains("key ctrl+a: refused, the user has not allowed keys"))
      #expect(portal.asked.last == "session closed")
    }
  }

  @Test func `Ctrl-C takes the question back`() async throws {
    try await Self.withDialogInFront { desktop in
      let portal = try await PortalDouble.start(on: desktop, ["--answer", "none"])
      let program = try desktop.launch(
        Repository.fazmLinux().path, ["act", "--app", "zenity", "key ctrl+a"], adding: Self.session)
      try await desktop.waitUntil("the question") { portal.asked.last == "Start" }
      kill(program.pid, SIGINT)
      try await desktop.waitUntil("its end") { portal.asked.suffix(2) == ["request closed", "session closed"] }
    }
  }

  private static func withDialogInFront(_ body: (Desktop) async throws -> Void) async throws {
    try await Desktop.run { desktop in
      try desktop.launch("zenity", ["--entry", "--title=Sign up", "--text=Name"])
      try await desktop.waitForFocus("Sign up")
      try await body(desktop)
    }
  }
}
