import Ledger
import Model
import Outline
import Synchronization
import TestSupport
import Testing

@testable import Agent

@Suite struct CapTests {
  private static let dollar: Int64 = 1_000_000_000

  private func cap(_ amount: Int64, _ mode: BillingMode? = nil, _ period: SpendingPeriod = .ever) -> Cap {
    Cap(mode: mode, period: period, limit: NanoDollars(rawValue: amount))
  }

  /// Searches for ever.
  private func searcher(mode: BillingMode = .api, model: String = "claude-haiku-5-5") -> ScriptedModel {
    ScriptedModel(mode: mode, model: model) { _, _ in .init(text: "find \"Save\"") }
  }

  private func spent(_ stage: Stage) async throws -> Int64 {
    try await stage.ledger.use(of: [cap(0)]).first.orThrow("no use").spent.rawValue
  }

  /// What the servers bill, whether or not they say so.
  private final class Bill: Sendable {
    private let amounts = Mutex<[BillingMode: Int64]>([:])

    func add(_ amount: NanoDollars, _ mode: BillingMode) {
      amounts.withLock { $0[mode, default: 0] += amount.rawValue }
    }

    /// Of one mode, or of all.
    func total(_ mode: BillingMode?) -> NanoDollars {
      amounts.withLock { amounts in
        NanoDollars(rawValue: mode.map { amounts[$0] ?? 0 } ?? amounts.values.reduce(0, +))
      }
    }
  }

  /// Uses of each call whatever it may use, and does not always say how much that was, or answer at all.
  private func spender(
    _ mode: BillingMode, _ model: String, seed: UInt64, prices: PriceTable, bill: Bill
  ) -> ScriptedModel {
    ScriptedModel(mode: mode, model: model) { request, number in
      var chance = SeededGenerator(seed: seed &+ UInt64(number))
      let words = request.messages.map(\.words).joined() + request.system
      let input = Int.random(in: 0...TokenEstimate.tokens(in: words) * 3 / 2, using: &chance)
      let written = Int.random(in: 0...input, using: &chance)
      let usage = Usage(
        input: input - written, cacheRead: 0, cacheWrite5m: written, cacheWrite1h: 0,
        output: .random(in: 0...request.maxTokens, using: &chance))
      bill.add(prices.cost(of: usage, model: model).amount ?? .zero, mode)
      switch Int.random(in: 0..<10, using: &chance) {
      case 0...1: return .init(text: "find \"Save\"", usage: Usage(), cost: .unknown)
      case 2: return .init(text: "", error: .timedOut(host: "127.0.0.1", seconds: 1))
      default: return .init(text: "find \"Save\"", usage: usage)
      }
    }
  }

  @Test("no bill is ever above a cap or a budget, whatever the calls use", arguments: 0..<60)
  func neverEndsAbove(seed: Int) async throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    let prices = try PriceTable.load()
    let model = ["claude-haiku-5-5", "claude-opus-5-5"].randomElement(using: &chance) ?? ""
    let caps = Cap.all.filter { [nil, .api, .subscription].contains($0.mode) }.shuffled(using: &chance)
      .prefix(.random(in: 0...4, using: &chance))
      .map { cap(.random(in: 0...40_000_000, using: &chance), $0.mode, $0.period) }
    let choices = (0..<Int.random(in: 0...3, using: &chance)).map { _ in CapChoice.goOn }
    let stage = try Stage([.button("Save")], person: RecordingPerson(choices: choices))
    let bill = Bill()
    // Some tasks one after the other, which share the caps; some are taken up again.
    for _ in 1...4 {
      let mode: BillingMode = Bool.random(using: &chance) ? .api : .subscription
      let limits = Limits(
        money: Bool.random(using: &chance) ? NanoDollars(rawValue: .random(in: 1...40_000_000, using: &chance)) : nil,
        tokens: Bool.random(using: &chance) ? .random(in: 1...30_000, using: &chance) : nil,
        turns: .random(in: 1...12, using: &chance))
      let policy = CapPolicy(caps: caps, onCap: Bool.random(using: &chance) ? .stop : .ask)
      let before = bill.total(nil)
      var task: TaskID?
      for _ in 0...Int.random(in: 0...2, using: &chance) {
        let spender = spender(mode, model, seed: .random(in: 0 ... .max, using: &chance), prices: prices, bill: bill)
        var runner = try await stage.runner(spender, limits: limits, caps: policy, continuing: task)
        let end = try await runner.run()
        task = end.task
        if let money = limits.money { #expect(bill.total(nil) - before <= money) }
        if let tokens = limits.tokens { #expect(end.tokens <= tokens) }
        #expect(end.turns <= limits.turns)
      }
    }
    for use in try await stage.ledger.use(of: caps) {
      #expect(bill.total(use.cap.mode) <= use.limit, "\(use.cap.key): \(use.spent) by the ledger")
      #expect(use.underWay == .zero && use.agreed.rawValue <= 3 * 80_000_000)
    }
  }

  @Test func `makes no call that a cap has no room for, and asks nobody where told to stop`() async throws {
    let stage = try Stage([.button("Save")])
    let model = searcher()
    let end = try await stage.run(model, caps: CapPolicy(caps: [cap(1)], onCap: .stop))
    guard case .budget(.cap(let use, _)) = end.outcome else {
      Issue.record("ended with \(end.outcome)")
      return
    }
    #expect(use.cap == cap(1))
    #expect(model.requests.isEmpty && stage.person.capQuestions.isEmpty)
    #expect(try await stage.record().task.state == .budget)
  }

  @Test func `goes on as far as the person agrees to`() async throws {
    let person = RecordingPerson(choices: [.goOn, .goOn, .stop])
    let stage = try Stage([.button("Save")], person: person)
    let end = try await stage.run(searcher(), limits: Limits(turns: 100), caps: CapPolicy(caps: [cap(1_000_000)]))
    guard case .budget(.cap(let use, _)) = end.outcome else {
      Issue.record("ended with \(end.outcome)")
      return
    }
    #expect(person.capQuestions.map(\.use.limit.rawValue) == [1_000_000, 2_000_000, 3_000_000])
    #expect(person.capQuestions.map(\.choices) == Array(repeating: [.stop, .goOn], count: 3))
    #expect(use.limit.rawValue == 3_000_000)
    #expect((2_000_001...3_000_000).contains(try await spent(stage)))
    // The next task goes on from there without asking again.
    let next = try Stage([.button("Save")])
    #expect(try await stage.ledger.use(of: [cap(1_000_000)]).map(\.agreed.rawValue) == [2_000_000])
    #expect(next.person.capQuestions.isEmpty)
  }

  @Test func `goes on in another mode with the whole conversation`() async throws {
    let person = RecordingPerson(choices: [.switchTo(.subscription)])
    let stage = try Stage([.button("Save")], person: person)
    let other = ScriptedModel(mode: .subscription, [.init(text: "done \"ok\"")])
    let policy = CapPolicy(caps: [cap(1_000_000, .api)], otherModes: [.api, .subscription]) { mode in
      #expect(mode == .subscription)
      return other
    }
    let end = try await stage.run(searcher(), limits: Limits(turns: 100), caps: policy)
    #expect(end.outcome == .done("ok"))
    #expect(person.capQuestions.map(\.choices) == [[.stop, .goOn, .switchTo(.subscription)]])
    let turns = try await stage.record().turns
    #expect(Set(turns.dropLast().map(\.mode)) == [.api] && turns.last?.mode == .subscription)
    #expect(other.requests.first?.messages.count == 2 * turns.count - 1)
    #expect(person.events.contains { if case .switched(other.identity) = $0 { true } else { false } })
  }

  @Test func `asks again where the other mode cannot be used`() async throws {
    let person = RecordingPerson(choices: [.switchTo(.endpoint), .stop])
    let stage = try Stage([.button("Save")], person: person)
    let policy = CapPolicy(caps: [cap(1)], otherModes: [.endpoint]) { _ throws(NotConnected) in
      throw NotConnected(sentence: "It is not there.")
    }
    try await stage.run(searcher(), caps: policy)
    #expect(person.notices == ["It is not there."])
    #expect(person.capQuestions.map(\.choices) == [[.stop, .goOn, .switchTo(.endpoint)], [.stop, .goOn]])
  }

  @Test func `switches as the configuration says, aloud, and stops where that cap is reached too`() async throws {
    let stage = try Stage([.button("Save")])
    let other = searcher(mode: .subscription)
    let policy = CapPolicy(caps: [cap(1, .api), cap(1, .subscription)], onCap: .switchTo(.subscription)) { _ in other }
    let end = try await stage.run(searcher(), caps: policy)
    guard case .budget(.cap(let use, _)) = end.outcome else {
      Issue.record("ended with \(end.outcome)")
      return
    }
    #expect(use.cap.mode == .subscription)
    #expect(stage.person.capQuestions.isEmpty)
    #expect(stage.person.events.contains { if case .switched = $0 { true } else { false } })
  }

  @Test func `a model without a price needs leave wherever there is a cap`() async throws {
    let person = RecordingPerson(choices: [.goOn])
    let stage = try Stage([.button("Save")], person: person)
    let model = ScriptedModel(model: "claude-nobody-1", [.init(text: "done \"ok\"")])
    #expect(try await stage.run(model, caps: CapPolicy(caps: [cap(Self.dollar)])).outcome == .done("ok"))
    #expect(person.capQuestions.map(\.nextLimit) == [nil])
    // Leave was given for that task only.
    let next = try await stage.run(model, caps: CapPolicy(caps: [cap(Self.dollar)]))
    guard case .budget(.cap(_, nextCall: nil)) = next.outcome else {
      Issue.record("ended with \(next.outcome)")
      return
    }
  }

  @Test func `what is free needs no cap`() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel(
      mode: .offline, [.init(text: "done \"ok\"", usage: Usage(input: 0, output: 0), cost: .computed(.zero))])
    #expect(try await stage.run(model, caps: CapPolicy(caps: [cap(0)])).outcome == .done("ok"))
  }

  @Test func `warns once at each mark of each cap, whichever task passes it`() async throws {
    // Each call costs 46,000 nano-dollars: the input's 40,000 and the output's 6,000.
    let usage = Usage(input: 400, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 12)
    let model = ScriptedModel { _, _ in .init(text: "find \"Save\"", usage: usage) }
    let caps = CapPolicy(caps: [cap(4_600_000), cap(2 * 4_600_000, .api)], onCap: .stop)
    var warnings: [SpendingWarning] = []
    let stage = try Stage([.button("Save")])
    for turns in [49, 1, 45] {
      let seen = stage.person.warnings.count
      try await stage.run(model, limits: Limits(turns: turns), caps: caps)
      warnings += stage.person.warnings.dropFirst(seen)
    }
    let marks = warnings.map { warning -> String in
      guard case .cap(let use) = warning.limit else { return "\(warning)" }
      return "\(use.cap.mode?.rawValue ?? "all") \(warning.percent) \(use.spent.rawValue / 46_000)"
    }
    // The call that would pass 95 % of the first could also break it.
    #expect(marks.filter { $0.hasPrefix("all") } == ["all 50 50", "all 80 80"])
    #expect(marks.filter { $0.hasPrefix("api") }.allSatisfy { $0 == "api 50 100" })
  }

  @Test func `warns of the task's own budgets`() async throws {
    let usage = Usage(input: 4000, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 0)
    let model = ScriptedModel { _, _ in .init(text: "find \"Save\"", usage: usage) }
    let stage = try Stage([.button("Save")])
    try await stage.run(model, limits: Limits(money: NanoDollars(rawValue: 900_000), tokens: 9_000, turns: 2))
    let all = stage.person.warnings
    #expect(
      all
        == [
          SpendingWarning(.tokens(9_000, used: 8_000), last: 4_000),
          SpendingWarning(.money(NanoDollars(rawValue: 900_000), spent: NanoDollars(rawValue: 800_000)), last: 400_000),
        ].compactMap(\.self).sorted { "\($0)" < "\($1)" } || all.map(\.percent) == [80, 80])
  }

  @Test(
    arguments: [
      (100, 49, 49, nil), (100, 50, 1, 50), (100, 50, 50, 50), (100, 96, 60, 95), (100, 96, 1, nil), (100, 95, 1, 95),
      (100, 80, 0, nil), (3, 2, 1, 50), (.max, .max, 1, nil), (0, 0, 0, nil),
    ] as [(Int64, Int64, Int64, Int?)])
  func marks(limit: Int64, used: Int64, last: Int64, percent: Int?) {
    let limit = SpendingWarning.Limit.money(NanoDollars(rawValue: limit), spent: NanoDollars(rawValue: used))
    #expect(SpendingWarning(limit, last: last)?.percent == percent)
  }
}
