import Ledger
import Model
import Testing

@testable import Agent

@Suite struct LedgerRecordTests {
  @Test func `has a turn for each call, whose deltas add up to the nano-dollar`() async throws {
    let stage = try Stage([.button("Save")])
    let usages = [
      Usage(input: 413, cacheRead: 0, cacheWrite5m: 655, cacheWrite1h: 0, output: 17),
      Usage(input: 1, cacheRead: 655, cacheWrite5m: 91, cacheWrite1h: 0, output: 3),
      Usage(input: 0, cacheRead: 746, cacheWrite5m: 0, cacheWrite1h: 0, output: 9),
    ]
    let answers = zip(["click {Save}", "nonsense", "done \"ok\""], usages).map {
      ScriptedModel.Answer(text: $0.0, usage: $0.1)
    }
    let end = try await stage.run(ScriptedModel(answers))
    let (task, turns) = try await stage.record()
    let prices = try PriceTable.load()
    #expect(turns.map(\.usage) == usages)
    #expect(turns.map(\.cost) == usages.map { prices.cost(of: $0, model: "claude-haiku-5-5") })
    let sum = turns.compactMap(\.cost.amount).reduce(.zero, +)
    #expect(sum == end.total && sum == task.total.cost.exact && sum == turns.last?.taskCostAfter.exact)
    #expect(stage.person.turns.compactMap(\.delta.amount) == turns.compactMap(\.cost.amount))
    #expect(stage.person.turns.last?.total == sum)
    #expect(turns.map(\.state) == [.finished, .finished, .finished])
    #expect(turns.map(\.priceTableVersion) == [prices.version, prices.version, prices.version])
    #expect(task.state == .done)
  }

  @Test func `has the steps of a turn, without what was typed`() async throws {
    let stage = try Stage([.field("Name"), .button("Save").with([], without: [.enabled, .sensitive])])
    try await stage.run(ScriptedModel("type {Name} \"secret\"\nclick {Save}", "done \"ok\""))
    let turn = try await stage.record().turns.first.orThrow("no turn")
    let steps = try await stage.ledger.steps(of: turn.id)
    #expect(steps.map(\.verb) == ["type", "click"])
    #expect(steps.map(\.route) == ["keyboard", nil])
    #expect(steps.map(\.effect) == ["confirmed", "refused"])
    #expect(steps.map(\.reason) == [nil, "disabled"])
    #expect(!"\(steps)".contains("secret"))
  }

  @Test func `has a turn whose call failed`() async throws {
    let stage = try Stage([.button("Save")])
    let error = ModelError.overloaded(status: 529, requestID: "req_1")
    let end = try await stage.run(ScriptedModel([.init(text: "click {Save}"), .init(text: "", error: error)]))
    #expect(end.outcome == .model(error))
    let (task, turns) = try await stage.record()
    #expect(turns.map(\.state) == [.finished, .failed])
    #expect(turns.last?.httpStatus == 529)
    #expect(task.state == .error)
  }

  @Test func `says that the total is incomplete where a failed call may have been billed`() async throws {
    let stage = try Stage([.button("Save")])
    let error = ModelError.timedOut(host: "127.0.0.1", seconds: 60)
    let end = try await stage.run(ScriptedModel([.init(text: "", error: error)]))
    #expect(end.isTotalIncomplete)
    #expect(try await stage.record().turns.map(\.cost) == [.unknown])
  }

  @Test(
    "has how the task ended",
    arguments: zip(["done \"a\"", "fail \"b\"", "ask \"c\""], [TaskState.done, .failed, .failed]))
  func state(ending: String, state: TaskState) async throws {
    let stage = try Stage([.button("Save")])
    try await stage.run(ScriptedModel(ending))
    #expect(try await stage.record().task.state == state)
  }
}
