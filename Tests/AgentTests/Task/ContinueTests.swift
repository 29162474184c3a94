import Ledger
import Model
import TestSupport
import Testing

@testable import Agent

/// Tasks that ended before they were done, and are taken up again.
@Suite struct ContinueTests {
  private let stage: Stage

  init() throws {
    stage = try Stage([.field("Name"), .button("Save"), .button("Gone").with([], without: [.enabled, .sensitive])])
  }

  private func goOn(
    _ model: any LanguageModel, limits: Limits = Limits(), caps: CapPolicy = CapPolicy()
  ) async throws -> TaskEnd {
    let task = try await stage.ledger.lastUnfinishedTask().orThrow("nothing to continue")
    var runner = try await stage.runner(model, limits: limits, caps: caps, continuing: task.id)
    return try await runner.run()
  }

  @Test func `goes on in the same entry, with what was spent`() async throws {
    let broke = ModelError.billing(message: "no credit", requestID: nil)
    let first = try await stage.run(ScriptedModel([.init(text: "click {Save}"), .init(text: "", error: broke)]))
    #expect(first.outcome == .model(broke))
    let end = try await goOn(ScriptedModel("click {Save}", "done \"ok\""))
    #expect(end.outcome == .done("ok"))
    #expect(end.turns == 4)
    #expect(end.task == first.task)
    let (task, turns) = try await stage.record()
    #expect(try await stage.ledger.tasks().count == 1)
    #expect(turns.map(\.number) == [1, 2, 3, 4])
    #expect(task.total.cost.exact == end.total && end.total > first.total)
    #expect(task.state == .done)
    #expect(stage.person.turns.map(\.number) == [1, 3, 4])
    let past = stage.person.events.compactMap { if case .started(let start) = $0 { start.past } else { nil } }
    #expect(past.map(\.turns) == [2] && past.first?.cost.exact == first.total)
  }

  @Test func `tells the model what was done, without what was typed and without old refs`() async throws {
    let first = ScriptedModel([
      .init(text: "type {Name} \"secret\"\nclick {Save}"), .init(text: "click {Gone}"),
      .init(text: "", error: .overloaded(status: 529, requestID: nil)),
    ])
    try await stage.run(first)
    let model = ScriptedModel("done \"ok\"")
    _ = try await goOn(model)
    let told = model.told(1)
    #expect(told.contains("This broke off before. Done then, without what was typed, which is not kept: "))
    #expect(told.contains(": type e, click b, click b (not done). See below"))
    // The field itself still shows it.
    #expect(told.split(separator: "<screen").first?.contains("secret") == false)
    #expect(model.requests.first?.messages.count == 1)
    #expect(!first.told(1).contains("broke off"))
  }

  @Test func `tells of the last steps where there were many`() async throws {
    let finds = Array(repeating: "find \"Save\"", count: 70).joined(separator: "\n")
    try await stage.run(
      ScriptedModel([.init(text: finds), .init(text: "", error: .overloaded(status: 529, requestID: nil))]))
    let model = ScriptedModel("done \"ok\"")
    _ = try await goOn(model)
    #expect(model.told(1).contains("not kept: 10 steps, find, find, "))
  }

  @Test func `the same budget holds over both parts`() async throws {
    let limits = Limits(money: NanoDollars(rawValue: 900_000), tokens: 20_000, turns: 30)
    let searcher = ScriptedModel { _, number in
      number % 4 == 0
        ? .init(text: "", error: .timedOut(host: "127.0.0.1", seconds: 1)) : .init(text: "find \"Save\"")
    }
    try await stage.run(searcher, limits: limits)
    var ends: [TaskEnd] = []
    for _ in 1...10 { ends.append(try await goOn(searcher, limits: limits)) }
    let last = try #require(ends.last)
    guard case .budget = last.outcome else {
      Issue.record("ended with \(last.outcome)")
      return
    }
    let use = try await stage.ledger.use(of: last.task)
    #expect(try #require(use.mostCost) <= NanoDollars(rawValue: 900_000))
    #expect(use.tokens <= 20_000 && use.turns <= 30)
    #expect(use.turns == last.turns && use.cost.known == last.total && use.tokens >= last.tokens)
    // With more to spend, it goes on.
    let more = try await goOn(ScriptedModel("done \"ok\""), limits: Limits(money: NanoDollars(rawValue: 9_000_000)))
    #expect(more.outcome == .done("ok"))
    #expect(try await stage.record().task.limits.budget == NanoDollars(rawValue: 9_000_000))
  }

  @Test func `another mode may go on`() async throws {
    try await stage.run(
      ScriptedModel([.init(text: "", error: .spendCap(message: "over", resetsAt: nil, requestID: nil))]))
    _ = try await goOn(ScriptedModel(mode: .subscription, [.init(text: "done \"ok\"")]))
    #expect(try await stage.record().turns.map(\.mode) == [.api, .subscription])
  }

  @Test func `keeps whether a stronger model may take over`() async throws {
    let broke = ModelError.overloaded(status: 529, requestID: nil)
    for ladder in [["claude-haiku-5-5", "claude-sonnet-5-5"], []] {
      var runner = try await stage.runner(ScriptedModel([.init(text: "", error: broke)]), ladder: ladder)
      _ = try await runner.run()
      let task = try await stage.ledger.lastUnfinishedTask().orThrow("nothing to continue")
      #expect(task.mayMoveUp == !ladder.isEmpty)
      var next = try await stage.runner(ScriptedModel("done \"ok\""), continuing: task.id)
      _ = try await next.run()
      #expect(try await stage.ledger.task(task.id).mayMoveUp == false)
    }
  }

  @Test func `a task that is under way elsewhere is left alone`() async throws {
    let id = try await stage.ledger.begin(
      NewTask(request: "x", program: nil, identity: ScriptedModel("done \"ok\"").identity))
    let model = ScriptedModel("done \"ok\"")
    var runner = try await stage.runner(model, continuing: id)
    await #expect(throws: LedgerError.taskIsRunning(id.short)) { _ = try await runner.run() }
    #expect(model.requests.isEmpty)
  }

  @Test func `a dry run that broke off is not carried out later`() async throws {
    let refused = ScriptedModel([.init(text: "", error: .overloaded(status: 529, requestID: nil))])
    var runner = try await stage.runner(refused, isRehearsal: true)
    _ = try await runner.run()
    #expect(try await stage.ledger.lastUnfinishedTask() == nil)
  }
}
