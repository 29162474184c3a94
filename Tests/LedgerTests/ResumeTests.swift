import Foundation
import Ledger
import Model
import Testing

@Suite struct ResumeTests {
  @Test func aTaskThatEndedGoesOnInItsOwnEntry() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    let first = try await test.ledger.startTurn(of: task, .example)
    try await test.ledger.finishTurn(first, with: reply(100), duration: .seconds(1))
    try await test.ledger.end(task, as: .budget)

    let resumed = try await Ledger(at: test.path).resume(
      task, limits: TaskLimits(budget: NanoDollars(rawValue: 7), turns: 80), mayMoveUp: true)
    #expect(resumed.mayMoveUp)
    #expect(resumed.limits == TaskLimits(budget: NanoDollars(rawValue: 7), turns: 80))
    #expect(resumed.state == .running)
    #expect(resumed.ended == nil)
    #expect(resumed.total.cost.exact == NanoDollars(rawValue: 100))
    let second = try await test.ledger.startTurn(of: task, .example)
    try await test.ledger.finishTurn(second, with: reply(11), duration: .seconds(1))
    #expect(try await test.ledger.turns(of: task).map(\.number) == [1, 2])
    #expect(try await test.ledger.total(of: task).cost.exact == NanoDollars(rawValue: 111))
  }

  @Test func aTaskUnderWayIsNotTakenUpTwice() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    await #expect(throws: LedgerError.taskIsRunning(task.short)) {
      try await test.ledger.resume(task, limits: TaskLimits())
    }
  }

  @Test func aTaskThatIsNotThereCannotGoOn() async throws {
    let test = try TestLedger()
    let stranger = try #require(TaskID("01ARYZ6S41TSV4RRFFQ69G5FAV"))
    await #expect(throws: LedgerError.noSuchTask(stranger.description)) {
      try await test.ledger.resume(stranger, limits: TaskLimits())
    }
  }

  @Test func theLastTaskThatIsNotDoneIsFound() async throws {
    let test = try TestLedger()
    #expect(try await test.ledger.lastUnfinishedTask() == nil)
    var ids: [TaskID] = []
    for state in [TaskState.stopped, .error, .done] {
      ids.append(try await test.ledger.begin(.example))
      try await test.ledger.end(try #require(ids.last), as: state)
    }
    _ = try await test.ledger.begin(.example)
    #expect(try await test.ledger.lastUnfinishedTask()?.id == ids[1])
  }

  @Test func whatATaskUsedCountsTheUnknownAtMost() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    func start(_ most: Int64?) async throws -> TurnID {
      var turn = NewTurn.example
      turn.images = 1
      turn.most = CallEstimate(inputTokens: 400, outputTokens: 100, cost: most.map(NanoDollars.init(rawValue:)))
      return try await test.ledger.startTurn(of: task, turn)
    }
    let usage = Usage(input: 10, cacheRead: 20, cacheWrite5m: 30, cacheWrite1h: 0, output: 5)
    try await test.ledger.finishTurn(try await start(70), with: reply(40, usage: usage), duration: .seconds(1))
    let refused = ModelError.overloaded(status: 529, requestID: nil)
    try await test.ledger.failTurn(try await start(70), with: refused, duration: .seconds(1))
    let late = ModelError.timedOut(host: "h", seconds: 1)
    try await test.ledger.failTurn(try await start(70), with: late, duration: .seconds(1))
    #expect(
      try await test.ledger.use(of: task)
        == TaskUse(
          cost: CostTotal(known: NanoDollars(rawValue: 40), unknown: 1), mostCost: NanoDollars(rawValue: 110),
          tokens: 65 + 500, turns: 3, images: 3))
    try await test.ledger.failTurn(try await start(nil), with: late, duration: .seconds(1))
    #expect(try await test.ledger.use(of: task).mostCost == nil)
  }
}
