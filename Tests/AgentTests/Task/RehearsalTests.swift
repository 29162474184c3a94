import Commands
import Outline
import Testing

@testable import Agent

/// A dry run tells what would be done, and does none of it.
@Suite struct RehearsalTests {
  @Test func nothingIsDoneAndOneCallIsMade() async throws {
    let stage = try Stage([.button("Save"), .button("Delete"), .field("Name")])
    let model = ScriptedModel("click {Save}\nclick {Delete}\ntype {Name} \"Ada\" enter\ndone \"ok\"", "click {Save}")
    let observer = try await Observer(desktop: stage.desktop.desktop, window: .editor)
    var runner = try await stage.runner(model, isRehearsal: true)
    runner.steps = StepRunner(
      observer: observer, outliner: Outliner(), consent: Consent(mode: .risky) { _ in true })
    let end = try await runner.run()
    #expect(end.outcome == .rehearsed)
    #expect(stage.desktop.deeds.isEmpty)
    #expect(model.requests.count == 1)
    #expect(stage.person.actsAskedFor.isEmpty)

    let outlines = stage.person.events.compactMap { if case .outline(let text) = $0 { text } else { nil } }
    #expect(outlines.count == 1 && outlines[0].contains("Delete"))
    let plans = try #require(
      stage.person.events.lazy.compactMap { if case .plan(let plans) = $0 { plans } else { nil } }.first)
    #expect(plans.map(\.target?.name) == ["Save", "Delete", "Name", nil])
    #expect(plans.map(\.route) == [.action, .action, .keyboard, nil])
    #expect(plans.map(\.isConfirmed) == [false, true, false, false])
    #expect(plans[1].risk?.kind == .delete)
    let record = try await stage.record()
    #expect(record.turns.count == 1)
  }

  @Test func anUnusableReplyIsNotAskedForAgain() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel("Let me see.", "click {Save}")
    var runner = try await stage.runner(model, isRehearsal: true)
    let end = try await runner.run()
    guard case .unusableReply = end.outcome else {
      Issue.record("\(end.outcome)")
      return
    }
    #expect(model.requests.count == 1)
  }

  @Test func whatWouldBeRefusedIsTold() async throws {
    let desktop = FakeDesktop([.button("Save")])
    let hand = try await Hand(desktop)
    let save = try hand.ref("Save")
    desktop.with { $0["Save"]?.states.remove(.enabled) }
    desktop.with { $0["Save"]?.states.remove(.sensitive) }
    let plans = await hand.steps.plan([
      .click(.click, .element(save), modifiers: []), .click(.hover, .element(save), modifiers: []),
      .click(.click, .element(Ref(.button, 99)), modifiers: []),
    ])
    #expect(plans.map(\.refusal) == [.disabled(save), nil, .unknownRef(Ref(.button, 99))])
    #expect(plans.map(\.route) == [nil, .pointer, nil])

    let closed = StepRunner(
      observer: hand.steps.observer, outliner: hand.steps.outliner, policy: ProgramPolicy(denied: ["Editor"]))
    #expect(await closed.plan([.find("Save")]).map(\.refusal) == [.denied(program: "editor")])
  }
}
