import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// No task begins that could not be recorded.
@Suite(.desktopWithDialog, .serialized) struct LedgerErrorTests {
  private let bench: TaskBench

  init() throws {
    bench = try TaskBench(.reply("type \"too late\""))
  }

  @Test func `a place where no file can be made`() async throws {
    let run = try await bench.run("Do it", adding: ["XDG_STATE_HOME": "/dev/null"])
    expectFailure(run, .ledgerNotWritable, saying: "cannot be written", "set XDG_STATE_HOME")
    try await expectNothingDone()
  }

  @Test func `a file that is no ledger`() async throws {
    try bench.folder.add("fazm-linux/ledger.sqlite3", content: "Dear diary, this is not a database at all.")
    expectFailure(try await bench.run("Do it"), .ledgerNotWritable, saying: "is damaged: move it away")
    try await expectNothingDone()
  }

  @Test func `usage of a task that is not there`() async throws {
    expectFailure(try await bench.run("usage", "--task", "01ZZ"), .usage, saying: "fazm-linux usage tasks")
  }

  private func expectNothingDone() async throws {
    #expect(try bench.requestCount() == 0)
    #expect(try await bench.desktop.dialogEntry().contains("too late") == false)
  }
}
