import Outline
import Testing

@testable import Agent

@Suite struct SettlingTests {
  private let desktop = FakeDesktop([.button("Save"), .label("0")])

  /// How long settling takes after `change`, in the desktop's own time.
  private func settle(after change: Change) async throws -> (time: Duration, observer: Observer) {
    var observer = try await Observer(desktop: desktop.desktop, window: .editor)
    let start = desktop.now
    desktop.with(change)
    try await observer.settle()
    return (desktop.now - start, observer)
  }

  @Test func `is over soon after a change`() async throws {
    let (time, observer) = try await settle { $0.add(.label("Saved")) }
    #expect(observer.snapshot.shows("Saved"))
    #expect(time < .milliseconds(100))
  }

  @Test func `waits for a late change`() async throws {
    let (_, observer) = try await settle { $0.after(.milliseconds(300)) { $0.add(.label("Saved")) } }
    #expect(observer.snapshot.shows("Saved"))
  }

  @Test func `gives up on a change that does not come`() async throws {
    let (time, _) = try await settle { _ in }
    #expect(time >= .milliseconds(400) && time < .milliseconds(500))
  }

  @Test func `takes a window that never rests as it is`() async throws {
    let (time, _) = try await settle { world in
      for tick in 1...200 { world.after(.milliseconds(20 * tick)) { $0.nodes[1]?[2].name = "\(tick)" } }
    }
    #expect(time >= .milliseconds(1500) && time < .milliseconds(1600))
  }

  @Test func `waits while a window says that it is busy`() async throws {
    let (_, observer) = try await settle { world in
      world["Save"]?.states.insert(.busy)
      world.after(.milliseconds(900)) { world in
        world["Save"]?.states.remove(.busy)
        world.add(.label("Saved"))
      }
    }
    #expect(observer.snapshot.shows("Saved"))
  }

  @Test func `a caret that moves is no change`() async throws {
    let (time, _) = try await settle { $0["Save"]?.caret = 3 }
    #expect(time >= .milliseconds(400))
  }

  @Test func `waits for the tree of a window that has just opened`() async throws {
    let (_, observer) = try await settle { world in
      world.open(.question, nil)
      world.after(.milliseconds(250)) { $0.nodes[2] = Layout(.question).nodes([.button("Yes")]) }
    }
    #expect(observer.snapshot.nodes.map(\.name) == ["Yes"])
  }
}
