import Commands
import Foundation
import Outline
import Synchronization
import Testing

@testable import Agent
@testable import Input

/// A task gives way to the person who takes the mouse or the keyboard.
@Suite struct PauseTests {
  @Test func nothingRunsThatWasDecidedBeforeThePersonActed() async throws {
    let stage = try Stage([.button("Save"), .button("Print")])
    let model = ScriptedModel([
      .init(text: "click {Save}\nclick {Print}", meanwhile: { stage.desktop.with { $0.personHasActed = true } }),
      .init(text: "click {Print}"), .init(text: "done \"ok\""),
    ])
    #expect(try await stage.run(model).outcome == .done("ok"))
    #expect(stage.desktop.deeds == [.press("Print")])
    #expect(stage.person.pauseCount == 1)
    let told = model.told(2)
    #expect(told.contains("not run: click b"))
    #expect(told.contains("The user took over"))
    #expect(told.contains("window \"Editor\""))
  }

  @Test func theStepsAfterTheOneInFlightAreNotRun() async throws {
    let stage = try Stage([.button("Save"), .button("Print")])
    stage.desktop.with { $0.onPress["Save"] = { $0.personHasActed = true } }
    let model = ScriptedModel("click {Save}\nclick {Print}", "done \"ok\"")
    #expect(try await stage.run(model).outcome == .done("ok"))
    #expect(stage.desktop.deeds == [.press("Save")])
    #expect(model.told(2).contains("not run: click b"))
  }

  @Test func aWordOfThePersonStopsIt() async throws {
    let stage = try Stage([.button("Save")], person: RecordingPerson(letsGoOn: false))
    stage.desktop.with { $0.personHasActed = true }
    let model = ScriptedModel("click {Save}", "done \"too far\"")
    #expect(try await stage.run(model).outcome == .interrupted)
    #expect(stage.desktop.deeds.isEmpty)
    #expect(model.requests.count == 1)
  }

  @Test func whereNobodyCanBeAskedItWaitsUntilThePersonIsStill() async throws {
    let stage = try Stage([.button("Save")], person: RecordingPerson(letsGoOn: nil))
    let desktop = stage.desktop
    let resumed = Mutex<ContinuousClock.Instant?>(nil)
    let start = desktop.now
    let model = ScriptedModel([
      .init(
        text: "click {Save}",
        meanwhile: {
          desktop.with { world in
            world.personHasActed = true
            world.after(.seconds(3)) { $0.personHasActed = true }
          }
        }),
      .init(text: "done \"ok\"", meanwhile: { resumed.withLock { $0 = desktop.now } }),
    ])
    #expect(try await stage.run(model).outcome == .done("ok"))
    let waited = try #require(resumed.withLock { $0 }) - start
    #expect(waited >= .seconds(3) + TaskRunner.stillness)
    #expect(stage.person.notices.contains { $0.contains("until you have left both alone for 5 s") })
  }

  @Test func itComesBackToItsOwnWindow() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel([
      .init(
        text: "click {Save}",
        meanwhile: {
          stage.desktop.with { world in
            world.personHasActed = true
            world.open(.bank, [.button("Pay")])
          }
        }),
      .init(text: "click {Save}"), .init(text: "done \"ok\""),
    ])
    _ = try await stage.run(model)
    #expect(stage.desktop.deeds == [.activate(Window.editor.id), .press("Save")])
    #expect(!model.told(2).contains("Pay"))
  }

  @Test(arguments: [false, true])
  func whatThePersonHadOrHasCopiedStays(copies: Bool) async throws {
    let stage = try Stage([.field("Name")])
    let task = ClipboardContent(forms: [.init(target: "STRING", type: "STRING", format: 8, data: Data("task".utf8))])
    stage.desktop.with { $0.onKey["ctrl+c"] = { ($0.copies, $0.clipboard) = ($0.copies + 1, task) } }
    let carry = "key ctrl+c\nkey ctrl+v"
    let model = ScriptedModel([
      .init(text: carry),
      .init(
        text: carry,
        meanwhile: {
          stage.desktop.with { world in
            world.personHasActed = true
            if copies { world.copies += 1 }
          }
        }),
      .init(text: "done \"ok\""),
    ])
    #expect(try await stage.run(model).clipboard == (copies ? nil : ClipboardContent()))
    #expect(stage.person.pauseCount == 1)
  }

  @Test func whatThePersonCopiesBeforeTheLastWordStays() async throws {
    let stage = try Stage([.field("Name")])
    let model = ScriptedModel([
      .init(text: "key ctrl+c\nkey ctrl+v"),
      .init(text: "done \"ok\"", meanwhile: { stage.desktop.with { $0.copies += 1 } }),
    ])
    #expect(try await stage.run(model).clipboard == nil)
  }

  @Test func answeringAQuestionIsNoTakingOver() async throws {
    let stage = try Stage([.button("Delete"), .button("Save")], person: RecordingPerson(givesLeave: true))
    let model = ScriptedModel("click {Delete}\nclick {Save}", "done \"ok\"")
    var runner = try await stage.runner(model)
    let (desktop, person) = (stage.desktop, stage.person)
    runner.steps = StepRunner(
      observer: runner.steps.observer, outliner: runner.steps.outliner,
      consent: Consent(mode: .risky) { act in
        desktop.with { $0.personHasActed = true }
        return await person.allows(act)
      })
    _ = try await runner.run()
    #expect(stage.desktop.deeds == [.press("Delete"), .press("Save")])
    #expect(stage.person.pauseCount == 0)
  }
}
