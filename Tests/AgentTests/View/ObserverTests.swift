import Accessibility
import Outline
import Testing

@testable import Agent

@Suite struct ObserverTests {
  private let desktop = FakeDesktop([.button("Close"), .button("Ask")])

  @Test func `a window that closes in mid-task ends it, and no other program's window is touched`() async throws {
    let stage = try Stage([.button("Close")])
    stage.desktop.with { world in
      world.windows.append(.bank)
      world.nodes[Window.bank.id] = Layout(.bank).nodes([.button("Pay")])
      world.onPress["Close"] = { $0.close(Window.editor.id) }
    }
    let model = ScriptedModel("click {Close}\nkey Return", "click {Pay}", "done \"ok\"")
    let end = try await stage.run(model)
    #expect(end.outcome == .view(.windowClosed("Editor")))
    #expect(stage.desktop.deeds == [.press("Close")])
    #expect(model.requests.count == 1)
    #expect(try await stage.record().task.state == .error)
  }

  @Test func `lets the model have the last word when its last step closes the last window`() async throws {
    let stage = try Stage([.button("Close")])
    stage.desktop.with { $0.onPress["Close"] = { $0.close(Window.editor.id) } }
    let model = ScriptedModel("click {Close}", "done \"ok\"")
    #expect(try await stage.run(model).outcome == .done("ok"))
    #expect(model.told(2).contains("The window has closed"))
  }

  @Test func `ends where there is more to do and no window left`() async throws {
    let stage = try Stage([.button("Close")])
    stage.desktop.with { $0.onPress["Close"] = { $0.close(Window.editor.id) } }
    let end = try await stage.run(ScriptedModel("click {Close}", "key Return", "done \"ok\""))
    #expect(end.outcome == .view(.windowClosed("Editor")))
  }

  @Test func `follows the program to another of its windows`() async throws {
    desktop.with { $0.open(.question, [.button("Yes")]) }
    desktop.with { $0.active = Window.editor.id }
    var observer = try await Observer(desktop: desktop.desktop, window: .editor)
    desktop.with { $0.close(Window.editor.id) }
    try await observer.observe()
    #expect(observer.window == .question)
  }

  @Test func `comes back to a window that it has been in`() async throws {
    desktop.with { $0.windows.append(.bank) }
    var observer = try await Observer(desktop: desktop.desktop, window: .editor)
    desktop.with { $0.active = Window.bank.id }
    try await observer.observe()
    desktop.with { $0.close(Window.bank.id) }
    try await observer.observe()
    #expect(observer.window == .editor)
  }

  @Test func `bears with the moment in which nothing has the focus after a dialog closed`() async throws {
    desktop.with { $0.open(.question, [.button("Yes")]) }
    var observer = try await Observer(desktop: desktop.desktop, window: .question)
    desktop.with { world in
      world.close(Window.question.id)
      world.active = nil
      world.after(.milliseconds(200)) { $0.active = Window.editor.id }
    }
    try await observer.observe()
    #expect(observer.window == .editor)
  }

  @Test func `stays with its window while nothing has the focus`() async throws {
    var observer = try await Observer(desktop: desktop.desktop, window: .editor)
    desktop.with { $0.active = nil }
    try await observer.observe()
    #expect(observer.window == .editor)
  }

  @Test func `waits for a program that is busy`() async throws {
    desktop.with { $0.busySnapshots = 20 }
    let observer = try await Observer(desktop: desktop.desktop, window: .editor)
    #expect(observer.snapshot.nodes.count == 3)
  }

  @Test func `gives up on one that stays busy`() async throws {
    desktop.with { $0.busySnapshots = .max }
    await #expect(throws: ViewError.accessibility(.notResponding(program: "editor", after: .seconds(10)))) {
      try await Observer(desktop: desktop.desktop, window: .editor)
    }
  }

  @Test func `gives a slow program more time, and one that is too slow only once`() async throws {
    desktop.with { $0.readingTime = .seconds(3) }
    var observer = try await Observer(desktop: desktop.desktop, window: .editor)
    #expect(!observer.snapshot.isTruncated)
    desktop.with { $0.readingTime = .seconds(9) }
    try await observer.observe()
    #expect(observer.snapshot.isTruncated)
    let start = desktop.now
    try await observer.observe()
    #expect(desktop.now - start == .seconds(1))
  }

  @Test func `a program without a tree is opaque`() async throws {
    let observer = try await Observer(desktop: FakeDesktop(nil).desktop, window: .editor)
    #expect(observer.snapshot.nodes.isEmpty)
    var outliner = Outliner()
    #expect(outliner.outline(of: observer.snapshot, for: "").isOpaque)
  }

  @Test func `the ground is the window and the modal dialog in it`() async throws {
    var observer = try await Observer(desktop: desktop.desktop, window: .editor)
    let before = observer.ground
    desktop.with { $0.add(.label("Saved")) }
    try await observer.observe()
    #expect(observer.ground == before)
    desktop.with { $0.show(.dialog("Sure?", [.button("Yes")])) }
    try await observer.observe()
    #expect(observer.ground != before)
    // The dialog gets the focus in a window of its own.
    let dialog = observer.ground
    desktop.with { world in
      world.open(.question, [])
      world.nodes[Window.question.id] = world.nodes[Window.editor.id]?.filter { $0.name == "Sure?" }
    }
    try await observer.observe()
    #expect(observer.window == .question && observer.ground == dialog)
  }
}
