import Commands
import Outline
import Testing

@testable import Agent

/// Commands stop where the window that they were decided on is no longer in front.
@Suite struct GroundTests {
  private let desktop = FakeDesktop([.button("Save"), .button("Print"), .button("Ask")])

  init() {
    desktop.with { world in
      world.onPress["Ask"] = { $0.open(.question, [.button("Yes"), .field("Why")]) }
      world.onPress["Save"] = { $0.show(.dialog("Save as", [.field("Name")])) }
    }
  }

  @Test(arguments: zip(["Ask", "Save"], ["Question", "Save as"]))
  func `a window or dialog that opens stops the rest`(name: String, title: String) async throws {
    var hand = try await Hand(desktop)
    let run = try await hand.run("click {\(name)}", "click {Print}", "key ctrl+q")
    #expect(run.reports.count == 1)
    #expect(run.shiftedTo == title)
    #expect(run.notRun.map(\.verb) == [.click, .key])
    #expect(desktop.deeds == [.press(name)])
  }

  @Test func `one that opens after the last command stops nothing`() async throws {
    var hand = try await Hand(desktop)
    let run = try await hand.run("click {Print}", "click {Ask}")
    #expect(run.shiftedTo == nil && run.notRun.isEmpty)
  }

  @Test func `waiting for it makes it expected`() async throws {
    desktop.with { $0.onKey["ctrl+y"] = { $0.close(Window.question.id) } }
    var hand = try await Hand(desktop)
    let run = try await hand.run("click {Ask}", "wait \"Question\"", "key ctrl+y", "click {Print}")
    #expect(run.reports.count == 4 && run.shiftedTo == nil)
    #expect(desktop.deeds == [.press("Ask"), .key("ctrl+y"), .press("Print")])
  }

  @Test func `closing a dialog leads back to where the task was`() async throws {
    desktop.with { $0.onPress["Yes"] = { $0.close(Window.question.id) } }
    var hand = try await Hand(desktop)
    _ = try await hand.run("click {Ask}")
    let run = try await hand.run("click {Yes}", "key ctrl+s")
    #expect(run.reports.count == 2 && run.shiftedTo == nil)
    #expect(desktop.deeds == [.press("Ask"), .press("Yes"), .key("ctrl+s")])
  }

  @Test func `a window that the task was never in is not gone on in when one closes`() async throws {
    desktop.with { world in
      world.windows.append(.bank)
      world.onPress["Print"] = { $0.close(Window.editor.id) }
    }
    var hand = try await Hand(desktop)
    let run = try await hand.run("click {Print}", "key Delete")
    #expect(run.notRun.map(\.verb) == [.key])
    #expect(desktop.deeds == [.press("Print")])
  }

  @Test func `one that opens by itself while the model thinks stops all`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0.open(.question, [.button("Yes")]) }
    let run = try await hand.run("click {Print}", "key Return")
    #expect(run.reports.isEmpty && run.notRun.count == 2)
    #expect(run.shiftedTo == "Question")
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `a switch of windows is meant`() async throws {
    desktop.with { $0.windows.append(.bank) }
    var hand = try await Hand(desktop)
    let run = try await hand.run("window \"bank\"", "key ctrl+l")
    #expect(run.reports.map(\.effect) == [.confirmed, .nothing])
    #expect(desktop.deeds == [.activate(3), .key("ctrl+l")])
  }

  @Test func `the first failure stops the rest`() async throws {
    desktop.with { $0["Print"]?.states.subtract([.enabled, .sensitive]) }
    var hand = try await Hand(desktop)
    let run = try await hand.run("key F5", "click {Print}", "click {Ask}")
    #expect(run.reports.map(\.effect) == [.nothing, .refused(.disabled(try hand.ref("Print")))])
    #expect(run.notRun.map(\.verb) == [.click])
    #expect(desktop.deeds == [.key("F5")])
  }

  @Test func `the model is told what opened and what did not run`() async throws {
    let stage = try Stage([.button("Ask"), .button("Print")])
    stage.desktop.with { $0.onPress["Ask"] = { $0.open(.question, [.button("Yes")]) } }
    let model = ScriptedModel("click {Ask}\nclick {Print}", "done \"ok\"")
    try await stage.run(model)
    #expect(model.told(2).contains("stopped, because \"Question\" is in front now\nnot run: click b"))
    #expect(stage.person.turns.first?.notRun == 1)
  }
}
