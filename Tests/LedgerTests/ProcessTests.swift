import Foundation
import Glibc
import Ledger
import Model
import TestSupport
import Testing

@Suite struct ProcessTests {
  @Test func aKilledProcessLosesOnlyTheTurnInFlight() async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "ledger.sqlite3").path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let ledger = try Ledger(at: path)
      let task = try await ledger.begin(.example)
      let answered = try await ledger.startTurn(of: task, .example)
      try await ledger.finishTurn(answered, with: reply(81_305), duration: .seconds(1))
      _ = try await ledger.startTurn(of: task, .example)
      kill(getpid(), SIGKILL)
    }
    let ledger = try Ledger(at: path)
    let task = try #require(try await ledger.tasks().first)
    #expect(task.state == .interrupted)
    #expect(try #require(task.ended) >= task.started)
    #expect(task.total.cost == CostTotal(known: NanoDollars(rawValue: 81_305), unknown: 1))
    #expect(try await ledger.turns(of: task.id).map(\.state) == [.finished, .interrupted])
  }

  @Test func aTaskOfALivingProcessStaysRunning() async throws {
    let sleeper = Process()
    sleeper.executableURL = URL(filePath: "/bin/sleep")
    sleeper.arguments = ["600"]
    try sleeper.run()
    // A process that a test starts may ignore gentler signals.
    defer { if sleeper.isRunning { kill(sleeper.processIdentifier, SIGKILL) } }
    let test = try TestLedger(process: try #require(ProcessStamp(pid: sleeper.processIdentifier)))
    let task = try await test.ledger.begin(.example)
    _ = try await test.ledger.startTurn(of: task, .example)
    #expect(try await test.ledger.tasks().map(\.state) == [.running])

    kill(sleeper.processIdentifier, SIGKILL)
    sleeper.waitUntilExit()
    #expect(try await test.ledger.turns().map(\.state) == [.interrupted])
    #expect(try await test.ledger.tasks().map(\.state) == [.interrupted])
  }

  /// As when one machine reads what another wrote: it cannot know the other's processes.
  @Test func aTaskThatWasGivenUpTooSoonComesBack() async throws {
    let sleeper = Process()
    sleeper.executableURL = URL(filePath: "/bin/sleep")
    sleeper.arguments = ["600"]
    try sleeper.run()
    let stamp = try #require(ProcessStamp(pid: sleeper.processIdentifier))
    kill(sleeper.processIdentifier, SIGKILL)
    sleeper.waitUntilExit()

    let test = try TestLedger(process: stamp)
    let task = try await test.ledger.begin(.example)
    let turn = try await test.ledger.startTurn(of: task, .example)
    #expect(try await Ledger(at: test.path).tasks().map(\.state) == [.interrupted])

    try await test.ledger.finishTurn(turn, with: reply(100), duration: .seconds(1))
    try await test.ledger.end(task, as: .done)
    let healed = try await test.ledger.task(task)
    #expect(healed.state == .done)
    #expect(healed.total.cost.exact == NanoDollars(rawValue: 100))
  }

  @Test func aDeadProcessThatNobodyBuriedIsNotRunning() async throws {
    let parent = Process()
    parent.executableURL = URL(filePath: "/bin/sh")
    // The second sleep takes the place of the shell, and never asks what became of the first.
    parent.arguments = ["-c", "sleep 600 & echo $!; exec sleep 600"]
    let output = Pipe()
    parent.standardOutput = output
    try parent.run()
    defer { kill(parent.processIdentifier, SIGKILL) }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let child = try #require(Int32(line.trimmingCharacters(in: .newlines)))
    let stamp = try #require(ProcessStamp(pid: child))
    #expect(stamp.isRunning)

    kill(child, SIGKILL)
    let deadline = ContinuousClock.now + .seconds(30)
    while stamp.isRunning, ContinuousClock.now < deadline { await Task.yield() }
    #expect(!stamp.isRunning)
    #expect(FileManager.default.fileExists(atPath: "/proc/\(child)"))
    #expect(ProcessStamp(pid: child) == nil)
  }

  @Test func processesWriteAtOnce() async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "ledger.sqlite3").path
    // Neither has opened the file yet, so both also make the tables at once.
    async let other = #expect(processExitsWith: .success) { [path = path as String] in
      try await writeTurns(at: path, tasks: 4)
    }
    try await writeTurns(at: path, tasks: 4)
    _ = await other

    let ledger = try Ledger(at: path)
    let tasks = try await ledger.tasks()
    #expect(tasks.count == 8)
    #expect(tasks.allSatisfy { $0.state == .done && $0.total.cost.exact == NanoDollars(rawValue: 500) })
    #expect(Set(try await ledger.turns().map(\.id)).count == 40)
  }
}

/// Runs tasks of five turns each at the same time, every one with a connection of its own.
private func writeTurns(at path: String, tasks: Int) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<tasks {
      group.addTask {
        let ledger = try Ledger(at: path)
        let task = try await ledger.begin(.example)
        for _ in 0..<5 {
          let turn = try await ledger.startTurn(of: task, .example)
          try await ledger.finishTurn(turn, with: reply(100), duration: .seconds(1))
        }
        try await ledger.end(task, as: .done)
      }
    }
    try await group.waitForAll()
  }
}
