import Testing

@testable import Agent

@Suite struct ProgressTests {
  @Test func `a task whose replies do nothing is told so, and then stopped`() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel { _, _ in .init(text: "click {Save}") }
    let end = try await stage.run(model)
    #expect(end.outcome == .stuck)
    #expect(end.turns == Progress.limit)
    #expect(!model.told(2).contains("did nothing before"))
    #expect(model.told(3).contains("did nothing before"))
    #expect(try await stage.record().task.state == .failed)
  }

  @Test func `one reply that does something begins the count anew`() async throws {
    let stage = try Stage([.button("Save"), .check("Bold")])
    let model = ScriptedModel { _, number in
      .init(text: number == 12 ? "done \"ok\"" : number % 4 == 0 ? "click {Bold}" : "click {Save}")
    }
    #expect(try await stage.run(model).outcome == .done("ok"))
  }

  @Test func `a window without a tree does not count, since nothing tells what was done in it`() async throws {
    let model = ScriptedModel { _, number in .init(text: number == 8 ? "done \"ok\"" : "key Down") }
    #expect(try await Stage(nil).run(model).outcome == .done("ok"))
  }
}
