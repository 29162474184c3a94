import TestSupport
import Testing

@testable import FazmLinux

/// Tasks that broke off and are taken up again, in the same billing mode and in another.
@Suite(.desktopWithDialog, .serialized) struct ContinueTests {
  @Test func `a task that ran out of credit goes on in its own entry`() async throws {
    let bench = try TaskBench(
      .reply("type \"Ada\""), .status(402, message: "your credit is used up"), .reply("done \"Filled in.\""))
    let run = try await bench.run("--budget-usd", "0.05", "--max-turns", "9", "--quiet", "Fill in the form")
    expectFailure(run, .spendCap, saying: "your credit is used up", "Take it up again with: fazm-linux --continue ")
    let id = String(try #require(run.errors.firstMatch(of: /--continue ([A-Z0-9]+)/)).1)
    #expect(try await bench.tasks().first?.id.hasSuffix(id) == true)

    let next = try await bench.run("--continue", id)
    #expect(next.exitCode == 0, "\(next.errors)")
    #expect(next.output.contains("goes on with \"Fill in the form\" after 2 turns, $0.000046"))
    #expect(next.output.contains("turn 3  an answer"))
    #expect(next.output.contains("left $0.049908"))
    #expect(try bench.server.requests().last?.lastMessage.contains("not kept: type. See") == true)
    let tasks = try await bench.tasks()
    #expect(tasks.map(\.state) == ["done"])
    #expect(tasks.map(\.turns) == [3])
    #expect(try await bench.turns().turns.map(\.state) == ["finished", "failed", "finished"])
  }

  @Test func `a model that moves up goes on where it was, and still moves up`() async throws {
    let bench = try TaskBench(
      .reply("fail \"too hard\""), .status(402), .reply("fail \"still too hard\""), .reply("done \"Done.\""))
    _ = try await bench.run("--model", "auto", "--quiet", "Fill in the form")
    let run = try await bench.run("--continue")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("auto goes on with claude-sonnet-5-5"))
    let models = try bench.server.requests().map { $0.body["model"].string }
    let ladder = ["claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5"]
    #expect(models == [ladder[0], ladder[1], ladder[1], ladder[2]])
  }

  @Test func `without a name it is the last task that is not done, and it may go on elsewhere`() async throws {
    let bench = try TaskBench(.status(402), .reply("done \"Done.\""))
    _ = try await bench.run("--quiet", "press ctrl+a")
    _ = try await bench.run("--quiet", "Something that gets done")
    let run = try await bench.run("--continue", "--billing", "offline", "--json")
    #expect(run.exitCode == 0, "\(run.errors)")
    let events = try run.events
    #expect(events[0]["request"] == "press ctrl+a")
    #expect(events[0]["mode"] == "offline")
    #expect(events[0]["turns"] == 1)
    #expect(events.last?["turns"].number ?? 0 > 1)
    #expect(try await bench.tasks().map(\.state) == ["done", "done"])
  }

  @Test func `a limit that was reached wants a higher one`() async throws {
    let bench = try TaskBench(.reply("find \"Name\""), .reply("done \"Seen.\""))
    _ = try await bench.run("--max-turns", "1", "--quiet", "Look")
    let same = try await bench.run("--continue", "--quiet")
    expectFailure(same, .budgetReached, saying: "The limit of 1 turns is reached", "--continue")
    #expect(try await bench.run("--continue", "--max-turns", "5").exitCode == 0)
    #expect(try await bench.tasks().map(\.state) == ["done"])
  }

  @Test func `what cannot be continued is said`() async throws {
    let bench = try TaskBench(.reply("done \"Seen.\""))
    expectFailure(try await bench.run("--continue"), .usage, saying: "No task has broken off")
    expectFailure(try await bench.run("--continue", "ABCDEF"), .usage, saying: "The ledger has no task ABCDEF")
    expectFailure(try await bench.run("--continue", "one", "two"), .usage, saying: "takes the id of a task or nothing")
    expectFailure(try await bench.run("--continue", "--dry-run"), .usage, saying: "no --dry-run")
    _ = try await bench.run("Look")
    let id = try #require(try await bench.tasks().first?.id)
    expectFailure(try await bench.run("--continue", id), .usage, saying: "is done: ask anew")
    #expect(try bench.requestCount() == 1)
  }
}
