import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// `act` with the refs that `tree` printed.
@Suite(.desktop, .serialized) struct ActTests {
  @Test func `refs of tree are good for act`() async throws {
    let desktop = try SharedDesktop.current
    try await Self.withDialog { name, _ in
      let run = try await desktop.fazmLinux("act", "type \(name) \"Ada \"", "type \"Lovelace\"")
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output == "type \(name) \"Ada \": confirmed (keyboard)\ntype \"Lovelace\": confirmed (keyboard)\n")
      let entry = try await desktop.dialogEntry()
      #expect(entry.contains("Ada Lovelace"))
    }
  }

  @Test func `commands come from standard input, too, and --json says what became of them`() async throws {
    let desktop = try SharedDesktop.current
    try await Self.withDialog { name, _ in
      let run = try await desktop.fazmLinux(
        "act", "--json", input: "set \(name) \"Grace\"\n\nset \(name) \"Hopper\"\n")
      let steps = try run.output.split(separator: "\n").map {
        try JSONDecoder().decode(JSON.self, from: Data($0.utf8))
      }
      #expect(steps.map(\.["effect"].string) == ["confirmed", "confirmed"])
      #expect(!run.output.contains("Hopper"))
      let entry = try await desktop.dialogEntry()
      #expect(entry.contains("Hopper"))
    }
  }

  @Test(arguments: ["click b99", "clcik b1", "type hello", "done"])
  func `one bad line of several, and nothing is done`(line: String) async throws {
    let desktop = try SharedDesktop.current
    try await Self.withDialog { name, _ in
      let run = try await desktop.fazmLinux("act", "type \(name) \"half\"", line, "type \"rest\"")
      expectFailure(run, line == "click b99" ? .staleRef : .usage)
      #expect(run.output.isEmpty)
      #expect(try await desktop.dialogEntry().contains("half") == false)
    }
  }

  @Test func `refs of a window that has been closed are refused, even when the same opens again`() async throws {
    let desktop = try SharedDesktop.current
    let old = try await Self.withDialog { name, _ in name }
    expectFailure(
      try await desktop.fazmLinux("act", "type \(old) \"too late\""), .staleRef,
      saying: "is closed. Run fazm-linux tree again.")
    try await desktop.withWindow("Sign up", of: "zenity", ["--entry", "--title=Sign up", "--text=Name"]) { _ in
      // Waiting for the window asked for its tree, which made its refs anew.
      let run = try await desktop.fazmLinux("act", "type e77 \"too late\"")
      expectFailure(run, .staleRef, saying: "there is no e77")
      #expect(try await desktop.dialogEntry().contains("too late") == false)
    }
  }

  @Test func `what opens unexpectedly stops the rest, and is named`() async throws {
    let bench = try TaskBench()
    try bench.folder.add("Work/letter.txt")
    try await Browser.pcmanfm.show(bench.folder.url.appending(path: "Work"), on: bench.desktop) {
      let stopped = try await bench.run("act", "key ctrl+shift+n", "type \"Papers\" enter")
      expectFailure(stopped, .stepFailed, saying: "because \"Creating New Folder\" opened", "put 'wait \"Creating")
      let run = try await bench.run("act", "--app", "pcmanfm", "key Escape", "gone \"Creating New Folder\"")
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    #expect(try bench.folder.files().filter { $0.hasPrefix("Work") } == ["Work/letter.txt"])
  }

  @Test func `a picture is saved where it is asked for`() async throws {
    let bench = try TaskBench()
    try await Self.withDialog { name, _ in
      let file = bench.folder.url.appending(path: "look.png")
      let run = try await bench.run("act", "--picture", file.path, "look \(name)")
      #expect(run.exitCode == 0, "\(run.errors)")
      let picture = try Data(contentsOf: file)
      #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))

      expectFailure(try await bench.run("act", "look \(name)"), .usage, saying: "--picture FILE")
      let lost = try await bench.run("act", "--picture", "/nonexistent/look.png", "look")
      expectFailure(lost, .stepFailed, saying: "cannot be written to /nonexistent/look.png")
    }
  }

  @Test func `the window is closed in the middle`() async throws {
    let desktop = try SharedDesktop.current
    let bench = try TaskBench()
    try await Self.withDialog { _, dialog in
      let run = try await bench.run("act", "type \"first\"", "wait \"Never to come\" 120", "type \"rest\"") { _ in
        try await desktop.waitUntil("the first command") { try await desktop.dialogEntry().contains("first") }
        try await desktop.close(dialog)
      }
      expectFailure(run, .windowClosed, saying: "The window \"Sign up\" was closed")
    }
  }

  @Test func `what the policy closes is closed to act, too`() async throws {
    let bench = try TaskBench()
    try bench.folder.add("fazm-linux/config", content: "[fazm-linux]\ndeny = Zenity\n")
    try await Self.withDialog { entry, _ in
      expectFailure(
        try await bench.run("act", "type \(entry) \"too late\""), .denied, saying: "Zenity is closed", "out of deny")
      #expect(try await SharedDesktop.current.dialogEntry().contains("too late") == false)
    }
  }

  @Test func `the last command may close the window`() async throws {
    let bench = try TaskBench()
    try await Self.withDialog { entry, _ in
      let run = try await bench.run("act", "type \(entry) \"Sam\" enter")
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    }
  }

  /// Opens a dialog and gives the ref of its entry, as `tree` printed it.
  private static func withDialog<Result>(
    _ body: (String, Desktop.RunningProgram) async throws -> Result
  ) async throws -> Result {
    let desktop = try SharedDesktop.current
    return try await desktop.withWindow("Sign up", of: "zenity", ["--entry", "--title=Sign up", "--text=Name"]) {
      let entry = try await desktop.dialogEntry()
      return try await body(String(entry.prefix { $0.isLetter || $0.isNumber }), $0)
    }
  }
}
