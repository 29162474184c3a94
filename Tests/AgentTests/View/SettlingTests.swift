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
    #expect(time >= .milliseconds(1500) && time < .milliseconds(1800))
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

  @Test func `waits until a button that goes down has acted`() async throws {
    let (_, observer) = try await settle { world in
      world["Save"]?.states.insert(.armed)
      world.after(.milliseconds(250)) { world in
        world["Save"]?.states.remove(.armed)
        world.add(.label("Saved"))
      }
    }
    #expect(observer.snapshot.shows("Saved"))
  }

  @Test func `a caret that moves is no change`() async throws {
    let (time, _) = try await settle { $0["Save"]?.caret = 3 }
    #expect(time >= .milliseconds(400))
  }

  @Test func `waits while a window whose tree is gone closes`() async throws {
    let (_, observer) = try await settle { world in
      world.nodes[1] = []
      world.after(.milliseconds(2500)) { world in
        world.close(Window.editor.id)
        world.open(.question, [.button("Yes")])
      }
    }
    #expect(observer.window == .question)
  }

  @Test func `does not wait for ever for a window to close`() async throws {
    let (time, _) = try await settle { $0.nodes[1] = [] }
    #expect(time >= .seconds(5) && time < .milliseconds(5500))
  }

  @Test func `waits for the tree of a window that has just opened`() async throws {
    let (_, observer) = try await settle { world in
      world.open(.question, nil)
      world.after(.milliseconds(250)) { $0.nodes[2] = Layout(.question).nodes([.button("Yes")]) }
    }
    #expect(observer.snapshot.nodes.map(\.name) == ["Yes"])
  }

  @Test func `looks twice at a program that does not tell of its changes`() async throws {
    desktop.with { $0.tellsOfChanges = false }
    let (time, observer) = try await settle { $0.after(.milliseconds(100)) { $0.add(.label("Saved")) } }
    #expect(observer.snapshot.shows("Saved"))
    #expect(time > .milliseconds(130) && time < .milliseconds(400))
  }

  @Test func `a program that was too busy to be read gets time once it answers`() async throws {
    let (_, observer) = try await settle { world in
      world.busySnapshots = 20
      world.after(.milliseconds(750)) { $0.add(.label("Saved")) }
    }
    #expect(observer.snapshot.shows("Saved"))
  }

  @Test func `that a click moves the focus or changes a tooltip is not yet its effect`() async throws {
    desktop.with { world in
      world.onPress["Save"] = { world in
        world.focus("Save")
        world["Save"]?.description = "Stop saving"
        world.after(.milliseconds(300)) { $0.add(.label("Saved")) }
      }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Save}").effect == .changed)
    #expect(hand.steps.observer.snapshot.shows("Saved"))
  }

  @Test func `a check box that is set has answered at once, whatever else it will do`() async throws {
    let desktop = FakeDesktop([.check("Bold")])
    var hand = try await Hand(desktop)
    let start = desktop.now
    #expect(try await hand.report("check {Bold}").effect == .confirmed)
    #expect(desktop.now - start < .milliseconds(100))
  }
}
