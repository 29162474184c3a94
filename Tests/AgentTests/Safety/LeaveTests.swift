import Outline
import Testing

@testable import Agent

@Suite struct LeaveTests {
  @Test func doesWhatCannotBeUndoneWithLeaveOnly() async throws {
    let refused = try await run(.risky, givesLeave: false)
    #expect(refused.deeds.isEmpty)
    #expect(refused.asked.count == 1 && refused.asked[0].contains("\"Delete\"") && refused.asked[0].contains("Editor"))
    #expect(refused.told.contains("the user did not allow it"))
    let allowed = try await run(.risky, givesLeave: true)
    #expect(allowed.deeds == [.press("Delete")])
  }

  @Test func asksAlwaysOrNeverWhereThatIsWanted() async throws {
    #expect(try await run(.never, givesLeave: false).deeds == [.press("Delete")])
    #expect(try await run(.always, givesLeave: false, button: "Save").deeds.isEmpty)
    #expect(try await run(.risky, givesLeave: false, button: "Save").deeds == [.press("Save")])
  }

  @Test(arguments: [
    ("click {Διαγραφή}", false), ("click {Διαγραφή}", true), ("menu \"Αρχείο > Διαγραφή\"", false),
    ("menu \"Αρχείο > Διαγραφή\"", true), ("menu \"Αρχείο > Άνοιγμα\"", false),
  ])
  func asksByTheShortcutAlone(line: String, givesLeave: Bool) async throws {
    let desktop = FakeDesktop([.menuBar([.menu("Αρχείο", [])]), .button("Διαγραφή")])
    desktop.with { world in
      world.keyBindings = ["Διαγραφή": "Del"]
      world.onPress["Αρχείο"] = { $0.show(.openMenu("Αρχείο", ["Άνοιγμα", "Διαγραφή"])) }
      world.onClick["Διαγραφή"] = { $0.hideFirstRoot() }
      world.onClick["Άνοιγμα"] = { $0.hideFirstRoot() }
      world.onKey["Escape"] = { $0.hideFirstRoot() }
    }
    let person = RecordingPerson(givesLeave: givesLeave)
    var hand = try await Hand(desktop, consent: Consent(mode: .risky) { await person.allows($0) })
    let report = try await hand.report(line)
    let isRisky = line.contains("Διαγραφή")
    #expect(person.actsAskedFor.count == (isRisky ? 1 : 0))
    #expect((report.effect == .refused(.notConfirmed)) == (isRisky && !givesLeave))
    let deeds: [World.Deed] = [.press("Διαγραφή"), .click("Διαγραφή", .left, 1, [])]
    #expect(desktop.deeds.contains(where: deeds.contains) == (isRisky && givesLeave))
    // The person can answer: no menu holds the keyboard.
    #expect(desktop.deeds.last != .press("Αρχείο"))
  }

  @Test func staysOutOfAClosedProgramAndDoesNotShowIt() async throws {
    let stage = try Stage([.button("Save")])
    let model = ScriptedModel("click {Save}\nkey a", "done \"ok\"")
    var runner = try await stage.runner(model)
    runner.steps = StepRunner(
      observer: runner.steps.observer, outliner: runner.steps.outliner, policy: ProgramPolicy(denied: ["Editor"]))
    _ = try await runner.run()
    #expect(stage.desktop.deeds.isEmpty)
    let told = model.told(2)
    #expect(told.contains("closed to you") && !told.contains("<screen"))
  }

  @Test func searchesNoClosedProgram() async throws {
    let desktop = FakeDesktop([.button("Save")])
    let observer = try await Observer(desktop: desktop.desktop, window: .editor)
    var steps = StepRunner(observer: observer, outliner: Outliner(), policy: ProgramPolicy(denied: ["Editor"]))
    let run = await steps.run([.find("Save")])
    #expect(run.reports.map(\.effect) == [.refused(.denied(program: "editor"))])
    #expect(run.reports.allSatisfy { $0.answer == nil })
  }

  private func run(
    _ mode: ConfirmMode, givesLeave: Bool, button: String = "Delete"
  ) async throws -> (deeds: [World.Deed], asked: [String], told: String) {
    let stage = try Stage([.button(button)], person: RecordingPerson(givesLeave: givesLeave))
    let model = ScriptedModel("click {\(button)}", "fail \"no\"")
    var runner = try await stage.runner(model)
    let person = stage.person
    runner.steps = StepRunner(
      observer: runner.steps.observer, outliner: runner.steps.outliner,
      consent: Consent(mode: mode) { await person.allows($0) })
    _ = try await runner.run()
    return (stage.desktop.deeds, person.actsAskedFor, model.told(2))
  }
}
