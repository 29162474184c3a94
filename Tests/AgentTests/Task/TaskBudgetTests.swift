import Ledger
import Model
import Outline
import TestSupport
import Testing

@testable import Agent

@Suite struct TaskBudgetTests {
  /// Searches for ever; each call uses `share` percent of what the public tokenizer says the request has.
  private func searcher(share: Int, model: String = "claude-haiku-5-5") -> ScriptedModel {
    ScriptedModel(model: model) { request, number in
      let words = request.messages.map(\.words).joined() + request.system
      let input = TokenEstimate.tokens(in: words) * share / 100
      let written = number % 2 == 0 ? input : 0
      return .init(
        text: "find \"Save\"",
        usage: Usage(
          input: input - written, cacheRead: 0, cacheWrite5m: written, cacheWrite1h: 0, output: request.maxTokens))
    }
  }

  @Test("a budget in dollars is never exceeded", arguments: [100_000, 400_000, 1_100_000, 3_000_000], [40, 100, 149])
  func dollars(amount: Int64, share: Int) async throws {
    let limit = NanoDollars(rawValue: amount)
    let stage = try Stage([.button("Save")])
    let end = try await stage.run(searcher(share: share), limits: Limits(money: limit, turns: 12))
    #expect(end.total <= limit)
    #expect(try await stage.record().task.total.cost.exact == end.total)
    switch end.outcome {
    case .budget(.money(limit, let spent)): #expect(spent == end.total)
    case .budget(.turns(12)): #expect(end.turns == 12)
    default: Issue.record("ended with \(end.outcome)")
    }
    #expect(try await stage.record().task.state == .budget)
  }

  @Test("a budget in tokens is never exceeded", arguments: [1, 2000, 9000, 30_000], [40, 149])
  func tokens(limit: Int, share: Int) async throws {
    let end = try await Stage([.button("Save")]).run(searcher(share: share), limits: Limits(tokens: limit, turns: 100))
    #expect(end.tokens <= limit)
    guard case .budget(.tokens(limit, _)) = end.outcome else {
      Issue.record("ended with \(end.outcome)")
      return
    }
  }

  @Test func `makes no call that a budget has no room for`() async throws {
    let model = searcher(share: 100)
    let stage = try Stage([.button("Save")])
    let end = try await stage.run(model, limits: Limits(money: NanoDollars(rawValue: 1)))
    #expect(end.outcome == .budget(.money(NanoDollars(rawValue: 1), spent: .zero)))
    #expect(model.requests.isEmpty)
    #expect(try await stage.record().turns.isEmpty)
  }

  @Test func `ends after the last turn that is allowed`() async throws {
    let end = try await Stage([.button("Save")]).run(searcher(share: 100), limits: Limits(turns: 3))
    #expect(end.outcome == .budget(.turns(3)))
    #expect(end.turns == 3)
  }

  @Test func `a model without a price gets no call where there is a budget in dollars`() async throws {
    let model = searcher(share: 100, model: "claude-nobody-1")
    let stage = try Stage([.button("Save")])
    let end = try await stage.run(model, limits: Limits(money: NanoDollars(rawValue: 1_000_000_000)))
    #expect(end.outcome == .budget(.unknownPrice))
    #expect(model.requests.isEmpty)
  }

  @Test func `a model without a price may work where there is none, and its cost is unknown`() async throws {
    let model = ScriptedModel(model: "claude-nobody-1", [.init(text: "done \"ok\"")])
    let stage = try Stage([.button("Save")])
    let end = try await stage.run(model)
    #expect(end.outcome == .done("ok"))
    #expect(end.isTotalIncomplete)
    #expect(try await stage.record().turns.map(\.cost) == [.unknown])
  }

  @Test func `a model that costs nothing keeps every budget in dollars`() async throws {
    let free = Usage(input: 0, output: 0)
    let model = ScriptedModel(
      mode: .offline,
      [
        .init(text: "find \"Save\"", usage: free, cost: .computed(.zero)),
        .init(text: "done \"ok\"", usage: free, cost: .computed(.zero)),
      ])
    let end = try await Stage([.button("Save")]).run(model, limits: Limits(money: .zero))
    #expect(end.outcome == .done("ok"))
  }

  /// An agent may tell what it cost, its tokens, or nothing; with a price of the person's own each is capped.
  @Test(
    "an agent with a price of its own keeps a cap",
    arguments: [Cost.reported(NanoDollars(rawValue: 900_000)), .unknown, nil])
  func agentWithAPrice(cost: Cost?) async throws {
    let rows = """
      {"version": "own", "date": "2026-11-20", "models": {"Some Agent": {"price":
        {"input": 1000, "cacheRead": 100, "cacheWrite5m": 1250, "cacheWrite1h": 2000, "output": 5000}}}}
      """
    let folder = try TemporaryFolder()
    try folder.add("prices.json", content: rows)
    let prices = try PriceTable.load(own: folder.url.appending(path: "prices.json"))
    let usage = Usage(input: 400, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 20)
    let model = ScriptedModel(mode: .acp, model: "Some Agent") { _, _ in
      .init(text: "find \"Save\"", usage: usage, cost: cost ?? prices.cost(of: usage, model: "Some Agent"))
    }
    let cap = Cap(mode: .acp, period: .today, limit: NanoDollars(rawValue: 20_000_000))
    let stage = try Stage([.button("Save")])
    let end = try await stage.run(
      model, limits: Limits(turns: 200), caps: CapPolicy(caps: [cap], onCap: .stop), prices: prices)
    guard case .budget(.cap) = end.outcome else {
      Issue.record("ended with \(end.outcome)")
      return
    }
    #expect(end.turns > 0 && stage.person.capQuestions.isEmpty)
    #expect(try await stage.ledger.use(of: [cap]).allSatisfy { $0.spent > .zero && $0.spent <= cap.limit })
  }

  @Test func `a call whose cost stays unknown counts as the most that it can have cost`() async throws {
    let most = NanoDollars(rawValue: 3_000_000)
    let model = ScriptedModel { _, _ in .init(text: "find \"Save\"", cost: .unknown) }
    let end = try await Stage([.button("Save")]).run(model, limits: Limits(money: most, turns: 100))
    #expect(end.outcome == .budget(.money(most, spent: .zero)))
    #expect((1..<20).contains(end.turns))
  }
}
