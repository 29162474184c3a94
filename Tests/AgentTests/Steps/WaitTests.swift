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

  @Test func `refuses programs and windows that are not there`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("open \"Bank\"") == .noSuchProgram("Bank"))
    #expect(try await hand.refusal("window \"Bank\"") == .noSuchWindow("Bank", available: ["Editor"]))
  }
}
