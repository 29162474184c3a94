import Commands
import Foundation
import Ledger
import Model
import Testing

@Suite struct LedgerTests {
  @Test func keepsWhatATaskIs() async throws {
    let test = try TestLedger()
    let limits = TaskLimits(budget: NanoDollars(rawValue: 50_000_000), tokens: 20_000, turns: 40, images: 20)
    let id = try await test.ledger.begin(
      NewTask(request: "move the “PDFs”\n", program: "pcmanfm", identity: haiku, limits: limits))
    let running = try await test.ledger.task(id)
    #expect(running.request == "move the “PDFs”\n")
    #expect(running.program == "pcmanfm")
    #expect(running.mode == .api)
    #expect(running.model == "claude-haiku-5-5")
    #expect(running.limits == limits)
    #expect(running.state == .running)
    #expect(running.ended == nil)
    #expect(running.total == Total())

    try await test.ledger.end(id, as: .done)
    let done = try await test.ledger.task(id)
    #expect(done.state == .done)
    #expect(try #require(done.ended) > done.started)
  }

  @Test func keepsNothingWhereNothingIsKnown() async throws {
    let test = try TestLedger()
    let identity = ModelIdentity(mode: .offline, model: "offline", host: nil, meter: "nothing")
    let id = try await test.ledger.begin(NewTask(request: nil, program: nil, identity: identity))
    let task = try await test.ledger.task(id)
    #expect(task.request == nil)
    #expect(task.program == nil)
    #expect(task.limits == TaskLimits())
  }

  @Test func keepsWhatATurnDid() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    var new = NewTurn.example
    new.images = 1
    new.imageTokens = 1334
    let turn = try await test.ledger.startTurn(of: task, new)

    let started = try #require(try await test.ledger.turns(of: task).first)
    #expect(started.id == turn)
    #expect(started.state == .started)
    #expect(started.cost == .unknown)
    #expect(started.usage == Usage())

    let usage = Usage(input: 412, cacheRead: 655, cacheWrite5m: 0, cacheWrite1h: nil, output: 58, thinking: 12)
    try await test.ledger.finishTurn(
      turn, with: reply(81_305, usage: usage), duration: .milliseconds(1250), priceTableVersion: "2026-11-01")
    let finished = try #require(try await test.ledger.turns(of: task).first)
    #expect(finished.state == .finished)
    #expect(finished.number == 1)
    #expect(finished.program == "pcmanfm")
    #expect(finished.host == "api.anthropic.com")
    #expect(finished.requestedModel == "claude-haiku-5-5")
    #expect(finished.model == "claude-haiku-5-5-20260901")
    #expect(finished.promptVersion == "a1b2c3")
    #expect(finished.outlineTokens == 140)
    #expect(finished.images == 1)
    #expect(finished.imageTokens == 1334)
    #expect(finished.milliseconds == 1250)
    #expect(finished.usage == usage)
    #expect(finished.cost == .computed(NanoDollars(rawValue: 81_305)))
    #expect(finished.priceTableVersion == "2026-11-01")
    #expect(finished.stopReason == "end_turn")
    #expect(finished.requestID == "req_1")
  }

  @Test(arguments: [
    (ModelError.rateLimited(retryAfter: 3, requestID: "req_9"), TurnState.failed, Cost.computed(.zero)),
    (.unreachable(host: "h", reason: "r"), .failed, .computed(.zero)),
    (.brokenOff(host: "h", reason: "r"), .failed, .unknown),
    (.timedOut(host: "h", seconds: 60), .failed, .unknown),
    (.malformedReply(host: "h", reason: "r"), .failed, .unknown),
    (.cancelled, .interrupted, .unknown),
  ])
  func countsAFailedTurn(_ error: ModelError, _ state: TurnState, _ cost: Cost) async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    let turn = try await test.ledger.startTurn(of: task, .example)
    try await test.ledger.failTurn(turn, with: error, duration: .seconds(2), retries: 2)
    let failed = try #require(try await test.ledger.turns(of: task).first)
    #expect(failed.state == state)
    #expect(failed.cost == cost)
    #expect(failed.retries == 2)
    #expect(failed.errorType != nil)
    #expect(failed.usage == Usage())
    #expect(try await test.ledger.total(of: task).turns == 1)
  }

  @Test func tellsHowARequestWasRefused() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    let turn = try await test.ledger.startTurn(of: task, .example)
    try await test.ledger.failTurn(turn, with: .overloaded(status: 529, requestID: "req_2"), duration: .seconds(1))
    let failed = try #require(try await test.ledger.turns(of: task).first)
    #expect(failed.errorType == "overloaded")
    #expect(failed.httpStatus == 529)
    #expect(failed.requestID == "req_2")
  }

  @Test func keepsStepsInOrder() async throws {
    enum Route: String, Word { case action, keyboard }
    enum Effect: String, Word { case confirmed, refused }
    enum Reason: String, Word { case staleRef = "stale-ref" }
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    let turn = try await test.ledger.startTurn(of: task, .example)
    let steps = [
      Step(verb: .click, ref: Ref(.button, 3), route: Route.action, effect: Effect.confirmed),
      Step(verb: .type, route: Route.keyboard, effect: Effect.confirmed),
      Step(verb: .click, ref: Ref(.item, 14), effect: Effect.refused, reason: Reason.staleRef),
    ]
    for step in steps { try await test.ledger.record(step, of: turn) }
    #expect(try await test.ledger.steps(of: turn) == steps)
    #expect(steps[2].reason == "stale-ref")
  }

  @Test func refusesWhatBelongsToNothing() async throws {
    let test = try TestLedger()
    let other = try TestLedger()
    let stranger = try await other.ledger.begin(.example)
    let strange = try await other.ledger.startTurn(of: stranger, .example)
    await #expect(throws: LedgerError.noSuchTask("\(stranger)")) { try await test.ledger.task(stranger) }
    await #expect(throws: LedgerError.noSuchTask("\(stranger)")) {
      try await test.ledger.startTurn(of: stranger, .example)
    }
    await #expect(throws: LedgerError.noSuchTask("\(stranger)")) { try await test.ledger.end(stranger, as: .done) }
    await #expect(throws: LedgerError.noSuchTurn("\(strange)")) {
      try await test.ledger.finishTurn(strange, with: reply(1), duration: .zero)
    }
    enum Effect: String, Word { case confirmed }
    await #expect(throws: LedgerError.noSuchTurn("\(strange)")) {
      try await test.ledger.record(Step(verb: .click, effect: Effect.confirmed), of: strange)
    }
  }

  @Test func interruptsTheTurnThatWasUnderWayWhenItsTaskEnds() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    let answered = try await test.ledger.startTurn(of: task, .example)
    try await test.ledger.finishTurn(answered, with: reply(100), duration: .seconds(1))
    _ = try await test.ledger.startTurn(of: task, .example)
    try await test.ledger.end(task, as: .stopped)
    #expect(try await test.ledger.turns(of: task).map(\.state) == [.finished, .interrupted])
    #expect(try await test.ledger.total(of: task).cost == CostTotal(known: NanoDollars(rawValue: 100), unknown: 1))
  }

  @Test func findsTasksByPeriodAndNumber() async throws {
    let test = try TestLedger()
    var ids: [TaskID] = []
    for _ in 0..<5 { ids.append(try await test.ledger.begin(.example)) }
    let all = try await test.ledger.tasks()
    #expect(all.map(\.id) == ids)
    #expect(try await test.ledger.tasks(limit: 2).map(\.id) == Array(ids.suffix(2)))
    #expect(
      try await test.ledger.tasks(since: all[1].started, until: all[3].started).map(\.id) == Array(ids[1..<3]))
  }

  @Test func findsTurnsByPeriodWithTheirTasksWholeTotal() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    for cost in [1, 20, 300] as [Int64] {
      let turn = try await test.ledger.startTurn(of: task, .example)
      try await test.ledger.finishTurn(turn, with: reply(cost), duration: .seconds(1))
    }
    let turns = try await test.ledger.turns()
    #expect(turns.map(\.number) == [1, 2, 3])
    let later = try await test.ledger.turns(since: turns[1].started)
    #expect(later.map(\.taskCostAfter.known.rawValue) == [21, 321])
    #expect(try await test.ledger.turns(until: turns[1].started).map(\.number) == [1])
    #expect(try await test.ledger.turns(limit: 1).map(\.number) == [3])
  }

  @Test func findsATaskByTheEndOfItsID() async throws {
    let test = try TestLedger()
    let first = try await test.ledger.begin(.example)
    #expect(try await test.ledger.task(named: first.short).id == first)
    #expect(try await test.ledger.task(named: first.description.lowercased()).id == first)
    await #expect(throws: LedgerError.noSuchTask("zzz")) { try await test.ledger.task(named: "zzz") }
    await #expect(throws: LedgerError.noSuchTask("")) { try await test.ledger.task(named: "") }
    // With more tasks than letters and digits, two of them end alike.
    for _ in 0..<33 { _ = try await test.ledger.begin(.example) }
    let endings = Dictionary(grouping: try await test.ledger.tasks()) { String($0.id.description.suffix(1)) }
    let shared = try #require(endings.first { $0.value.count > 1 }).key
    await #expect(throws: LedgerError.ambiguousTask(shared)) { try await test.ledger.task(named: shared) }
  }
}
