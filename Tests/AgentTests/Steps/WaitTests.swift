import Geometry
import Outline
import Testing

@testable import Agent

@Suite struct WaitTests {
  private let desktop = FakeDesktop([.button("Save"), .label("Loading")])

  @Test func `waits for a text`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0.after(.seconds(3)) { $0.add(.label("Saved")) } }
    #expect(try await hand.report("wait \"saved\" 5").effect == .confirmed)
  }

  @Test func `waits for a window`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0.after(.seconds(3)) { $0.open(.question, [.button("Yes")]) } }
    #expect(try await hand.report("wait \"Question\" 5").effect == .confirmed)
    #expect(hand.steps.observer.window == .question)
  }

  @Test func `does not take what was there all along for a dialog of that name`() async throws {
    var hand = try await Hand(desktop)
    let save = Window.question.titled("Save")
    desktop.with { world in
      world.onKey["ctrl+s"] = { $0.after(.seconds(3)) { $0.open(save, [.field("Name"), .button("Save")]) } }
      world.onKey["Return"] = { $0.after(.seconds(1)) { $0.close(save.id) } }
    }
    let run = try await hand.run("key ctrl+s", "wait \"Save\" 5", "key Return", "gone \"Save\" 5")
    #expect(run.reports.map(\.effect) == [.nothing, .confirmed, .nothing, .confirmed])
    #expect(hand.steps.observer.window == .editor)
    #expect(try await hand.report("wait \"Save\" 1").effect == .confirmed)
    #expect(
      try await hand.run("key F5", "wait \"Save\" 1").reports.last?.effect == .refused(.timedOut("Save", seconds: 1)))
  }

  @Test func `fails when it does not come in time`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0.after(.seconds(6)) { $0.add(.label("Saved")) } }
    #expect(try await hand.refusal("wait \"Saved\" 5") == .timedOut("Saved", seconds: 5))
  }

  @Test func `waits until a text is gone`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0.after(.seconds(3)) { $0["Loading"]?.name = "Ready" } }
    #expect(try await hand.report("gone \"Loading\" 5").effect == .confirmed)
    #expect(try await hand.refusal("gone \"Ready\" 1") == .stillThere("Ready", seconds: 1))
  }

  @Test func `does not take what is hidden for shown`() async throws {
    let desktop = FakeDesktop([.menu("File", ["Saved searches"])])
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("wait \"Saved\" 1") == .timedOut("Saved", seconds: 1))
  }

  @Test func `opens a program and goes on in its window`() async throws {
    desktop.with { world in
      world.onLaunch["Bank"] = { $0.after(.seconds(4)) { $0.open(.bank, [.button("Pay")]) } }
    }
    var hand = try await Hand(desktop)
    let run = try await hand.run("open \"Bank\"", "key ctrl+l")
    #expect(run.reports.map(\.effect) == [.confirmed, .nothing])
    #expect(run.reports.first?.route == .window)
    #expect(hand.steps.observer.window == .bank)
  }

  @Test func `goes on in a window that a program had already`() async throws {
    desktop.with { world in
      world.windows.append(.bank)
      world.onLaunch["Bank"] = { $0.active = Window.bank.id }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("open \"Bank\"").effect == .confirmed)
  }

  @Test func `says that a program opened no window`() async throws {
    desktop.with { $0.onLaunch["Bank"] = { _ in } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("open \"Bank\"").effect == .nothing)
  }

  @Test func `waits less where the window may be all that opens`() async throws {
    desktop.with { world in
      world.windows[0].title = "notes.txt - Editor"
      world.onLaunch["/home/sam/notes.txt"] = { _ in }
      world.onLaunch["Editor"] = { _ in }
    }
    for name in ["/home/sam/notes.txt", "Editor"] {
      var hand = try await Hand(desktop)
      let start = desktop.now
      #expect(try await hand.report("open \"\(name)\"").effect == .nothing)
      #expect(desktop.now - start < .seconds(4))
    }
  }

  @Test func `goes on in a window that shows another file now`() async throws {
    desktop.with { world in
      world.onLaunch["/home/sam/notes.txt"] = { $0.after(.seconds(2)) { $0.windows[0].title = "notes.txt - Editor" } }
    }
    var hand = try await Hand(desktop)
    let start = desktop.now
    #expect(try await hand.report("open \"/home/sam/notes.txt\"").effect == .confirmed)
    #expect(desktop.now - start < .seconds(3))
  }

  @Test func `refuses programs and windows that are not there`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("open \"Bank\"") == .noSuchProgram("Bank"))
    #expect(try await hand.refusal("window \"Bank\"") == .noSuchWindow("Bank", available: ["Editor"]))
  }
}
