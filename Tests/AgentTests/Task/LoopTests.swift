import Model
import Testing

@testable import Agent

@Suite struct LoopTests {
  @Test func `acts until the model says that it is done`() async throws {
    let stage = try Stage([.button("Save"), .button("Print")])
    let model = ScriptedModel("click {Save}", "done \"saved\"")
    let end = try await stage.run(model)
    #expect(end.outcome == .done("saved"))
    #expect(end.turns == 2)
    #expect(stage.desktop.deeds == [.press("Save")])
  }

  @Test func `holds back an ending that comes with actions`() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel("click {Save}\ndone \"saved\"", "done \"saved, as seen\"")
    let end = try await stage.run(model)
    #expect(end.outcome == .done("saved, as seen"))
    #expect(model.told(2).contains("done was held back"))
    #expect(stage.desktop.deeds == [.press("Save")])
  }

  @Test func `tells the model what the person answers`() async throws {
    let stage = try Stage([.button("Save")], person: RecordingPerson(answers: ["Papers"]))
    let model = ScriptedModel("ask \"which folder?\"", "done \"ok\"")
    let end = try await stage.run(model)
    #expect(end.outcome == .done("ok"))
    #expect(model.told(2).contains("Papers"))
  }

  @Test func `ends with the question where nobody answers`() async throws {
    let end = try await Stage([.button("Save")]).run(ScriptedModel("ask \"which folder?\"", "done \"ok\""))
    #expect(end.outcome == .question("which folder?"))
    #expect(end.turns == 1)
  }

  @Test func `ends with the reason where the model gives up`() async throws {
    let end = try await Stage([.button("Save")]).run(ScriptedModel("fail \"no such file\""))
    #expect(end.outcome == .failed("no such file"))
  }

  @Test func `shows the person each turn, with its steps`() async throws {
    let stage = try Stage([.button("Save")])
    try await stage.run(ScriptedModel("click {Save}\nkey ctrl+p", "done \"ok\""))
    let turns = stage.person.turns
    #expect(turns.map(\.number) == [1, 2])
    #expect(turns.map(\.steps.count) == [2, 0])
    #expect(turns.first?.steps.map(\.route) == [.action, .keyboard])
    guard case .started = stage.person.events.first, case .ended = stage.person.events.last else {
      Issue.record("a task begins and ends with an event of its own")
      return
    }
  }

  @Test func `ends with the model's error`() async throws {
    let model = ScriptedModel([.init(text: "", error: .rejectedCredential(variable: "KEY", requestID: nil))])
    let end = try await Stage([.button("Save")]).run(model)
    #expect(end.outcome == .model(.rejectedCredential(variable: "KEY", requestID: nil)))
    #expect(end.total == .zero && !end.isTotalIncomplete)
  }
}
