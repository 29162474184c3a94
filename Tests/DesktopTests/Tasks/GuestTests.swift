import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// A task is a guest: it stays out of where it may not be, asks before what cannot be undone, is alone on its display,
/// and leaves things as they were.
@Suite(.desktopWithDialog, .serialized) struct GuestTests {
  @Test func `a program that the policy closes is not shown to the model`() async throws {
    let bench = try TaskBench(.reply("type \"too late\""))
    try bench.folder.add("fazm-linux/config", content: "[fazm-linux]\ndeny = Zenity\n")
    expectFailure(
      try await bench.run("Fill in the form"), .denied, saying: "Zenity is closed to tasks", "take it out of deny")
    #expect(try bench.requestCount() == 0)
    #expect(try await bench.tasks().isEmpty)
  }

  @Test func `a second task on the display is refused, and stop ends the first`() async throws {
    let bench = try TaskBench(.reply("type \"too late\"").delayed(600))
    let other = try TaskBench(.reply("type \"too late\""))
    let run = try await bench.run("--quiet", "Fill in the form") { _ in
      try await bench.desktop.waitUntil("the first call") { try bench.requestCount() == 1 }
      expectFailure(
        try await other.run("Do something else"), .busy, saying: "Another task works on this display",
        "\"Fill in the form\"", "fazm-linux stop")
      let stop = try await other.run("stop")
      #expect(stop.exitCode == 0, "\(stop.errors)")
    }
    expectFailure(run, .interrupted, saying: "Stopped.")
    #expect(try other.requestCount() == 0)
    #expect(try await other.tasks().isEmpty)
    #expect(try await bench.turns().turns.map(\.state) == ["interrupted"])
  }

  @Test(arguments: ["risky", "never"]) func `what cannot be undone is not done where nobody can be asked`(
    mode: String
  ) async throws {
    let bench = try TaskBench(.reply("click {{ref of Delete}}\ngone \"Really\" 10"), .reply("done \"Deleted.\""))
    let arguments = ["--question", "--title=Really", "--text=Empty the trash?", "--ok-label=Delete"]
    try await bench.desktop.withWindow("Really", of: "zenity", arguments) { dialog in
      _ = try await bench.run("--confirm", mode, "--window", Self.id(of: "Really", bench), "Empty the trash")
      if mode == "never" {
        try await bench.desktop.waitUntil("the end of the dialog") { kill(dialog.pid, 0) != 0 }
      } else {
        #expect(kill(dialog.pid, 0) == 0)
        let told = try bench.server.requests().last?.lastMessage
        #expect(told?.contains("click") == true && told?.contains("not done") == true)
      }
    }
  }

  @Test func `the pointer and Caps Lock are left as they were`() async throws {
    let bench = try TaskBench(
      .reply("right {{ref of Name}}\nkey Escape\ntype {{ref of Name}} \"aBc\"\nhover {{ref of OK}}"),
      .reply("done \"Typed.\""))
    let lock = ["key", "Caps_Lock"]
    _ = try await bench.desktop.run("xdotool", ["mousemove", "77", "88"])
    _ = try await bench.desktop.run("xdotool", lock)
    let run = try await bench.run("Type")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("hover"))
    #expect(try await bench.desktop.dialogEntry().contains("aBc"))
    #expect(try await bench.desktop.run("xdotool", ["getmouselocation"]).output.hasPrefix("x:77 y:88 "))
    let leds = try await bench.desktop.run("xset", ["q"]).output
    #expect(leds.contains(/Caps Lock:\s+on/))
    _ = try await bench.desktop.run("xdotool", lock)
  }

  @Test(arguments: [("key ctrl+a\nkey ctrl+x\nkey ctrl+v", "mine"), ("key ctrl+a\nkey ctrl+c", "carried")])
  func `the clipboard is left as it was, unless the task ends with copying`(
    commands: String, left: String
  ) async throws {
    let desktop = try SharedDesktop.current
    // Not waited for: xclip stays to offer the text.
    let mine = String(repeating: "mine ", count: 1_000_000)
    try desktop.launch("sh", ["-c", "yes 'mine ' | tr -d '\\n' | head -c 5000000 | xclip -selection clipboard -i"])
    try await desktop.waitUntil("the text in the clipboard") { try await Self.clipboard(of: desktop) == mine }
    let bench = try TaskBench(.reply("set {{ref of Name}} \"carried\""), .reply(commands), .reply("done \"Done.\""))
    let run = try await bench.run("Move it")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try await desktop.dialogEntry().contains("carried"))
    #expect(try await Self.clipboard(of: desktop) == (left == "mine" ? mine : left))
  }

  @Test func `what the person copies before the task has ended stays`() async throws {
    let desktop = try SharedDesktop.current
    let bench = try TaskBench(
      .reply("set {{ref of Name}} \"carried\""), .reply("key ctrl+a\nkey ctrl+x\nkey ctrl+v"),
      .reply("done \"Done.\"").delayed(2))
    let run = try await bench.run("Move it") { _ in
      try await desktop.waitUntil("the third call") { try bench.requestCount() == 3 }
      try desktop.launch("sh", ["-c", "printf theirs | xclip -selection clipboard -i"])
      try await desktop.waitUntil("the text in the clipboard") { try await Self.clipboard(of: desktop) == "theirs" }
    }
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try await Self.clipboard(of: desktop) == "theirs")
  }

  @Test func `the window that had the focus has it again`() async throws {
    let bench = try TaskBench(.reply("find \"name\""), .reply("done \"Seen.\""))
    let form = try await Self.id(of: "Sign up", bench)
    try await bench.desktop.withWindow("Mine", of: "zenity", ["--entry", "--title=Mine"]) { _ in
      let before = try await bench.desktop.activeWindow()
      let run = try await bench.run("--window", form, "What is there?")
      #expect(run.exitCode == 0, "\(run.errors)")
      try await bench.desktop.waitUntil("the focus to come back") { try await bench.desktop.activeWindow() == before }
    }
  }

  private static func clipboard(of desktop: Desktop) async throws -> String {
    try await desktop.run("xclip", ["-selection", "clipboard", "-o"]).output
  }

  private static func id(of title: String, _ bench: TaskBench) async throws -> String {
    let windows = try JSONDecoder().decode(
      [JSON].self, from: Data(try await bench.run("windows", "--json").output.utf8))
    return try #require(windows.first { $0["title"] == .string(title) }?["id"].string)
  }
}
