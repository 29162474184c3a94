import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// Tasks that are stopped, by a person or because their window is gone.
@Suite(.desktop, .serialized) struct StoppingTests {
  /// Longer than a run may take: a program that waits for it fails the test.
  private static let never = 600.0

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends a slow call at once, and the ledger has it`(signal: Int32) async throws {
    let bench = try TaskBench(.reply("find \"name\""), .reply("type \"too late\"").delayed(Self.never))
    try await Self.withDialog(on: bench.desktop) { _ in
      let run = try await bench.run("--quiet", "Fill in the form") { pid in
        try await bench.desktop.waitUntil("the second call") { try bench.requestCount() == 2 }
        kill(pid, signal)
      }
      expectFailure(run, .interrupted, saying: "Stopped.")
      #expect(try await bench.desktop.dialogEntry().contains("too late") == false)
    }
    let turns = try await bench.turns()
    #expect(turns.turns.map(\.state) == ["finished", "interrupted"])
    #expect(turns.totals.unknownCosts == 1)
    #expect(try #require(turns.totals.totalCostAtMostNanoUSD) > #require(turns.totals.totalCostNanoUSD))
    #expect(try await bench.tasks().map(\.state) == ["stopped"])
  }

  @Test func `a signal ends the wait for a retry`() async throws {
    let bench = try TaskBench(.status(529, retryAfter: 60), .reply("type \"too late\""))
    try await Self.withDialog(on: bench.desktop) { _ in
      let run = try await bench.run("--quiet", "Fill in the form") { pid in
        try await bench.desktop.waitUntil("the first call") { try bench.requestCount() == 1 }
        kill(pid, SIGINT)
      }
      expectFailure(run, .interrupted, saying: "Stopped.")
    }
    #expect(try bench.requestCount() == 1)
  }

  @Test func `a signal ends act while it waits`() async throws {
    let bench = try TaskBench()
    try await Self.withDialog(on: bench.desktop) { _ in
      let run = try await bench.run("act", "type \"first\"", "wait \"Never to come\" 120", "type \"too late\"") { pid in
        try await bench.desktop.waitUntil("the first command") {
          try await bench.desktop.dialogEntry().contains("first")
        }
        kill(pid, SIGINT)
      }
      #expect(run.exitCode == ExitCode.interrupted.rawValue)
      // The signal may come before the wait has begun.
      let lines = run.output.split(separator: "\n")
      #expect(lines.first?.hasPrefix("type \"first\": ") == true)
      #expect(lines.count == 1 || lines.dropFirst() == ["wait \"Never to come\" 120: stopped"])
      #expect(run.errors == "fazm-linux: Stopped.\n")
      #expect(try await bench.desktop.dialogEntry().contains("too late") == false)
    }
  }

  @Test func `a signal ends a task that waits, which is not said to have failed`() async throws {
    let bench = try TaskBench(.reply("type \"first\"\nwait \"Never to come\" 120\ntype \"too late\""))
    try await Self.withDialog(on: bench.desktop) { _ in
      let run = try await bench.run("Fill in the form") { pid in
        try await bench.desktop.waitUntil("the first command") {
          try await bench.desktop.dialogEntry().contains("first")
        }
        kill(pid, SIGINT)
      }
      #expect(run.exitCode == ExitCode.interrupted.rawValue)
      #expect(run.errors.contains("fazm-linux: Stopped."))
      let isWaiting = run.output.contains("wait \"Never to come\" 120 (stopped) · 1 not run")
      #expect(isWaiting || run.output.contains("2 not run"))
      #expect(!run.output.contains("not done"))
    }
    #expect(try bench.requestCount() == 1)
    #expect(try await bench.tasks().map(\.state) == ["stopped"])
  }

  @Test func `the window is closed in mid-task`() async throws {
    let bench = try TaskBench(.reply("wait \"Never to come\" 120\ntype \"too late\""), .reply("done \"Filled in.\""))
    try await Self.withDialog(on: bench.desktop) { dialog in
      let run = try await bench.run("--quiet", "Fill in the form") { _ in
        try await bench.desktop.waitUntil("the first call") { try bench.requestCount() == 1 }
        try await bench.desktop.close(dialog)
      }
      expectFailure(run, .windowClosed, saying: "The window \"Sign up\" was closed")
    }
    #expect(try bench.requestCount() == 1)
    #expect(try await bench.turns().turns.map(\.state) == ["finished"])
    #expect(try await bench.tasks().map(\.state) == ["error"])
  }

  private static func withDialog(
    on desktop: Desktop, _ body: (Desktop.RunningProgram) async throws -> Void
  ) async throws {
    try await desktop.withWindow("Sign up", of: "zenity", ["--entry", "--title=Sign up", "--text=Name"], body)
  }
}
