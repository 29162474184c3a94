import Testing

@testable import Agent

@Suite struct ProgressTests {
  @Test func tellsTheModelThatItRepeatsItselfAndStopsInTheEnd() async throws {
    let stage = try Stage([.button("Idle")])
    let model = ScriptedModel(by: { _, _ in .init(text: "key F9") })
    let end = try await stage.run(model)
    #expect(end.outcome == .stuck)
    #expect(end.turns == Progress.limit)
    #expect(!model.told(2).contains("did nothing before"))
    #expect(model.told(3).contains("did nothing before"))
  }

  @Test func forgetsIdleRepliesAfterOneThatDidSomething() async throws {
    let stage = try Stage([.button("Save"), .check("Bold")])
    let replies = (1...Progress.limit).flatMap { _ in ["key F9", "check {Bold}", "uncheck {Bold}"] }
    let model = ScriptedModel((replies + ["done \"ok\""]).map { .init(text: $0) })
    #expect(try await stage.run(model).outcome == .done("ok"))
  }
}
