import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// On a Wayland session: what the accessibility bus can do is done, the rest refused in words.
@Suite struct WaylandTests {
  @Test func `a task reads a window, writes into a field and presses a button`() async throws {
    try await Self.withDialog { desktop, answer in
      let bench = try TaskBench(
        .reply("set {{ref of Name}} \"Ada\"\ntype {{ref of Name}} \" Lovelace\"\nkey ctrl+a\nclick {{ref of OK}}"),
        .reply("look"), .reply("click {{ref of OK}}"), .reply("done \"Filled in.\""), on: desktop)
      let run = try await bench.run("--app", "zenity", "Fill in the form")
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output.contains("Filled in."))
      #expect(run.output.contains("does not tell when you take the mouse"))
      let told = try bench.server.requests().map(\.lastMessage)
      #expect(told[1].contains(/key ctrl\+a: not done, this desktop \(Wayland\) has no RemoteDesktop portal/))
      #expect(told[1].contains("not run: click b"))
      #expect(told[2].contains("a Wayland session does not let programs see it"))
      try await desktop.waitUntil("the dialog's answer") { Self.text(of: answer) == "Ada Lovelace\n" }
    }
  }

  @Test func `tree, act, windows and doctor work, and say what does not`() async throws {
    try await Self.withDialog { desktop, answer in
      let windows = try await desktop.fazmLinux("windows")
      #expect(windows.output.contains("zenity  Sign up"))
      let tree = try await desktop.fazmLinux("tree", "--app", "zenity")
      let field = try #require(tree.output.firstMatch(of: /(e\d+)\S* Name/)?.output.1)
      let button = try #require(tree.output.firstMatch(of: /(b\d+)\S* OK/)?.output.1)
      let refused = try await desktop.fazmLinux("act", "set \(field) \"Grace\"", "right \(field)", "click \(button)")
      #expect(refused.exitCode == ExitCode.stepFailed.rawValue)
      #expect(refused.output.contains("set \(field) \"Grace\": confirmed (text)"))
      #expect(refused.output.contains("right \(field): refused, this desktop (Wayland) tells nobody where windows are"))
      let doctor = try await desktop.fazmLinux("doctor")
      #expect(doctor.output.contains("display: Wayland"))
      #expect(doctor.output.contains(/note +keyboard: This Wayland session has no RemoteDesktop portal/))
      _ = try await desktop.fazmLinux("act", "click \(button)")
      try await desktop.waitUntil("the dialog's answer") { Self.text(of: answer) == "Grace\n" }
    }
  }

  @Test func `an item of a closed menu is chosen, and a window without the focus has to be named`() async throws {
    try await Desktop.run(wayland: true) { desktop in
      try desktop.launch("mousepad")
      try await desktop.waitUntil("Mousepad") {
        try await desktop.fazmLinux("tree", "--app", "mousepad").output.contains("File")
      }
      expectFailure(try await desktop.fazmLinux("tree"), .nothingFocused, saying: "--app or --window")
      let run = try await desktop.fazmLinux("act", "--app", "mousepad", "menu \"Help > About\"")
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
      try await desktop.waitUntil("the dialog") {
        try await desktop.fazmLinux("windows").output.contains("About")
      }
    }
  }

  /// Nothing has the focus on a desktop without a screen.
  @Test func `nobody is asked for leave to press keys that would go elsewhere`() async throws {
    try await Self.withDialog { desktop, _ in
      let portal = try await PortalDouble.start(on: desktop)
      #expect(try await desktop.fazmLinux("doctor").output.contains("the RemoteDesktop portal gives keys"))
      let rehearsal = try await desktop.fazmLinux("act", "--app", "zenity", "--dry-run", "key ctrl+a", "scroll down 3")
      #expect(rehearsal.output.contains("key ctrl+a: by keyboard"))
      #expect(rehearsal.output.contains("scroll down 3: refused, this desktop (Wayland) tells nobody where"))
      let run = try await desktop.fazmLinux("act", "--app", "zenity", "key ctrl+a")
      #expect(run.exitCode == ExitCode.stepFailed.rawValue)
      #expect(run.output.contains("key ctrl+a: refused, keys would go to another window"))
      #expect(!run.errors.contains("allow it in the dialog"))
      #expect(portal.asked == [])
    }
  }

  private static func withDialog(_ body: (Desktop, URL) async throws -> Void) async throws {
    try await Desktop.run(wayland: true) { desktop in
      let answer = desktop.home.appending(path: "answer")
      try desktop.launch("sh", ["-c", "zenity --entry --title='Sign up' --text=Name > '\(answer.path)'"])
      try await desktop.waitUntil("the dialog") {
        try await desktop.fazmLinux("tree", "--app", "zenity").output.contains("OK")
      }
      try await body(desktop, answer)
    }
  }

  private static func text(of file: URL) -> String {
    (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}
