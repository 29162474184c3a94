import Ledger
import Model
import Testing

@testable import Agent

/// A task that may be handed to a stronger model, as `--model auto` does.
@Suite struct ModelMoveTests {
  private static let ladder = ["claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5"]

  /// The task's end, which model was asked each time, and what moves the person saw.
  private func run(
    _ model: ScriptedModel, ladder: [String] = ladder, limits: Limits = Limits(), in stage: Stage
  ) async throws -> (end: TaskEnd, moves: [ModelMove.Reason]) {
    var runner = try await stage.runner(model, ladder: ladder, limits: limits)
    let end = try await runner.run()
    return (end, stage.person.moves.map(\.reason))
  }

  @Test func `two replies that cannot be used hand it over, and the third time it ends`() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel { _, _ in .init(text: "I cannot.") }
    let (end, moves) = try await run(model, in: stage)
    #expect(moves == [.unusableReplies, .unusableReplies])
    #expect(model.asked == [0, 0, 1, 1, 2, 2, 2].map { Self.ladder[$0] })
    guard case .unusableReply = end.outcome else {
      Issue.record("ended with \(end.outcome)")
      return
    }
  }

  @Test func `two replies in a row that do nothing hand it over`() async throws {
    let stage = try Stage([.button("Save"), .check("Bold")])
    let model = ScriptedModel { _, number in
      .init(text: number == 3 ? "click {Bold}" : number == 4 ? "done \"ok\"" : "click {Save}")
    }
    let (end, moves) = try await run(model, in: stage)
    #expect(end.outcome == .done("ok"))
    #expect(moves == [.noEffect])
    #expect(model.asked == [0, 0, 1, 1].map { Self.ladder[$0] })
    #expect(model.requests[2].messages.starts(with: model.requests[1].messages))
  }

  @Test func `a model that gives up hands it over, and the strongest has the last word`() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel("fail \"a\"", "fail \"b\"", "fail \"c\"")
    let (end, moves) = try await run(model, in: stage)
    #expect(end.outcome == .failed("c"))
    #expect(moves == [.gaveUp("a"), .gaveUp("b")])
    #expect(model.told(2).contains("You take over"))
  }

  @Test func `a model that the server does not have is passed over`() async throws {
    let stage = try Stage([.button("Save")])
    let unknown = ModelError.unknownModel(Self.ladder[0], requestID: nil)
    let model = ScriptedModel([.init(text: "", error: unknown), .init(text: "done \"ok\"")])
    let (end, moves) = try await run(model, in: stage)
    #expect(end.outcome == .done("ok"))
    #expect(moves == [.unknown])
  }

  @Test func `each turn is written and paid with the model that was asked`() async throws {
    let stage = try Stage([.button("Save")])
    let (end, _) = try await run(ScriptedModel("fail \"a\"", "fail \"b\"", "done \"ok\""), in: stage)
    let turns = try await stage.record().turns
    #expect(turns.map(\.requestedModel) == Self.ladder)
    let prices = try PriceTable.load()
    let usage = ScriptedModel.Answer(text: "").usage
    #expect(turns.map(\.cost) == Self.ladder.map { prices.cost(of: usage, model: $0) })
    #expect(turns.compactMap(\.cost.amount).reduce(.zero, +) == end.total)
    #expect(stage.person.moves.map(\.to.model) == Array(Self.ladder.dropFirst()))
    #expect(stage.person.moves.map(\.price?.input.rawValue) == [2000, 4000])
  }

  @Test func `a budget without room for the next model keeps the one it has`() async throws {
    let stage = try Stage([.button("Save")])
    let (end, moves) = try await run(
      ScriptedModel("fail \"a\""), limits: Limits(money: NanoDollars(rawValue: 1_000_000)), in: stage)
    #expect(end.outcome == .failed("a"))
    #expect(moves.isEmpty)
    #expect(stage.person.notices.contains { $0.contains("the budget has no room for it") })
  }

  @Test func `a model that the person chose stays`() async throws {
    for ladder in [[], ["claude-sonnet-5-5", "claude-opus-5-5"]] {
      let stage = try Stage([.button("Save")])
      let (end, moves) = try await run(ScriptedModel("fail \"a\""), ladder: ladder, in: stage)
      #expect(end.outcome == .failed("a"))
      #expect(moves.isEmpty)
    }
  }

  @Test func `thinking does not go to another model`() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel([.init(text: "fail \"a\"", thinks: true), .init(text: "done \"ok\"")])
    _ = try await run(model, in: stage)
    let parts = model.requests.flatMap(\.messages).flatMap(\.parts)
    #expect(!parts.contains { if case .opaque = $0 { true } else { false } })
  }
}
