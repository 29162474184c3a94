import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// A person who takes the mouse or the keyboard, played by xdotool, pauses the task.
@Suite(.desktopWithDialog, .serialized) struct PauseTests {
  private let bench: TaskBench

  init() throws {
    bench = try TaskBench(
      .reply("set {{ref of Name}} \"too early\"").delayed(2), .reply("set {{ref of Name}} \"Ada\""),
      .reply("done \"Filled in.\""))
  }

  @Test(arguments: [["mousemove_relative", "7", "5"], ["key", "Shift_L"], ["click", "--clearmodifiers", "2"]])
  func `the task asks, and goes on with a fresh look`(act: [String]) async throws {
    let run = try await bench.run("--json", "Fill in the form", input: "yes\n") { _ in try await person(act) }
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try events(run).filter { $0["event"] == "pause" }.count == 1)
    let told = try #require(try bench.server.requests().dropFirst().first).lastMessage
    #expect(told.contains("not run: set e1 \"too early\""))
    #expect(told.contains("The user took over"))
    #expect(told.contains("dialog \"Sign up\" Zenity"))
    #expect(try await bench.desktop.dialogEntry().contains("Ada"))
  }

  @Test func `a no stops it`() async throws {
    let run = try await bench.run("--json", "Fill in the form", input: "no\n") { _ in
      try await person(["key", "Shift_L"])
    }
    #expect(run.exitCode == ExitCode.interrupted.rawValue)
    #expect(try bench.requestCount() == 1)
    #expect(try await bench.desktop.dialogEntry().contains("too early") == false)
    #expect(try await bench.tasks().map(\.state) == ["stopped"])
  }

  @Test func `where nobody can be asked it waits until the person is still, and says so`() async throws {
    let run = try await bench.run("Fill in the form") { _ in try await person(["key", "Shift_L"]) }
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("the task waits until you have left both alone for 5 s"))
    #expect(try await bench.desktop.dialogEntry().contains("Ada"))
  }

  @Test func `--keep-going does not pause`() async throws {
    let run = try await bench.run("--json", "--keep-going", "Fill in the form") { _ in
      try await person(["key", "Shift_L"])
    }
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try events(run).allSatisfy { $0["event"] != "pause" })
    #expect(try bench.requestCount() == 3)
  }

  @Test func `what the task does itself does not pause it`() async throws {
    let bench = try TaskBench(
      .reply("click {{ref of Name}}\ntype {{ref of Name}} \"Ada ±€\"\nkey ctrl+a\nhover {{ref of OK}}"),
      .reply("done \"Filled in.\""))
    let run = try await bench.run("--json", "Fill in the form")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try events(run).allSatisfy { $0["event"] != "pause" })
  }

  /// Acts while the model thinks about its first reply.
  private func person(_ act: [String]) async throws {
    try await bench.desktop.waitUntil("the first call") { try bench.requestCount() == 1 }
    _ = try await bench.desktop.run("xdotool", act)
  }

  private func events(_ run: ProgramRun) throws -> [JSON] {
    try run.output.split(separator: "\n").map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
  }
}
