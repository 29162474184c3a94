import Geometry
import Outline
import Testing

@testable import Agent

/// What does not show is scrolled to before it is clicked.
@Suite struct ScrollTests {
  private let desktop = FakeDesktop([.list("Files", ["a.pdf", "b.txt"])])

  /// Puts an item below the list.
  private func lower(_ name: String, by distance: Int) {
    desktop.with { $0[name]?.bounds?.y = Window.editor.bounds.maxY + distance }
  }

  @Test func `by the program`() async throws {
    var hand = try await Hand(desktop)
    lower("b.txt", by: 300)
    #expect(try await hand.report("click {b.txt}").effect == .confirmed)
    #expect(desktop.deeds == [.scrollTo("b.txt"), .click("b.txt", .left, 1, [])])
  }

  @Test func `by the wheel, as long as that brings it nearer`() async throws {
    var hand = try await Hand(desktop)
    lower("b.txt", by: 300)
    desktop.with { world in
      world.unpressable = ["b.txt"]
      world.onScroll = { $0["b.txt"]?.bounds?.y -= 200 }
    }
    #expect(try await hand.report("click {b.txt}").effect == .confirmed)
    #expect(desktop.deeds.filter { if case .scroll(.down, _) = $0 { true } else { false } }.count == 2)
  }

  @Test func `by the wheel to a row whose place its program does not know`() async throws {
    let rows = ["First", "Last"].map { Part(role: .tableCell, name: $0).with(.selectable) }
    let desktop = FakeDesktop([Part(role: .table, name: "Rows", parts: rows)])
    var hand = try await Hand(desktop)
    desktop.with { world in
      world["First"]?.cell = CellPosition(row: 0, column: 0)
      world["Last"]?.cell = CellPosition(row: 40, column: 0)
      let place = world["Last"]?.bounds
      world["Last"]?.bounds = nil
      world.onScroll = { world in
        world["First"]?.bounds = nil
        world["Last"]?.bounds = place
      }
    }
    _ = try await hand.report("click {Last}")
    #expect(desktop.deeds == [.scrollTo("Last"), .scroll(.down, 3), .click("Last", .left, 1, [])])
  }

  @Test func `or it is refused`() async throws {
    var hand = try await Hand(desktop)
    lower("b.txt", by: 300)
    desktop.with { $0.unpressable = ["b.txt"] }
    #expect(try await hand.refusal("click {b.txt}") == .outOfSight(try hand.ref("b.txt")))
    #expect(desktop.deeds.filter { if case .click = $0 { true } else { false } }.isEmpty)
  }

  @Test func `turns the wheel where it is told`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("scroll {Files} down 5").route == .pointer)
    #expect(try await hand.report("scroll up 2").route == .pointer)
    #expect(desktop.deeds == [.scroll(.down, 5), .scroll(.up, 2)])
  }

  @Test func `turns the wheel beside a slider, not over it`() async throws {
    let desktop = FakeDesktop([.list("Rows", ["One", "Two"]), .slider("Volume", 40)])
    desktop.with { $0["Volume"]?.bounds = Rect(x: 450, y: 100, width: 200, height: 20) }
    let snapshot = try await Hand(desktop).steps.observer.snapshot
    let whole = Window.editor.bounds
    #expect(snapshot.wheelPlace(over: whole, in: nil) == Point(x: 300, y: whole.center.y))
    let list = try #require(snapshot.nodes.firstIndex { $0.name == "Rows" })
    #expect(snapshot.wheelPlace(over: whole, in: list) == whole.center)
    let slider = Rect(x: 450, y: 100, width: 200, height: 20)
    #expect(snapshot.wheelPlace(over: slider, in: nil) == slider.center)
  }

  @Test func `turns the wheel until a text comes into view`() async throws {
    var hand = try await Hand(desktop)
    lower("b.txt", by: 300)
    desktop.with { $0.onScroll = { $0["b.txt"]?.bounds?.y -= 200 } }
    let report = try await hand.report("scroll {Files} down \"B.TXT\"")
    #expect(report.effect == .confirmed && report.route == .pointer)
    #expect(desktop.deeds == [.scroll(.down, 3), .scroll(.down, 3)])
    #expect(try await hand.report("scroll down \"b.txt\"").effect == .confirmed)
    #expect(desktop.deeds.count == 2)
  }

  @Test func `stops where nothing moves any more`() async throws {
    var hand = try await Hand(desktop)
    lower("b.txt", by: 900)
    desktop.with {
      $0.onScroll = { world in
        let bottom = Window.editor.bounds.maxY + 500
        let next = (world["b.txt"]?.bounds?.y ?? 0) - 200
        world["b.txt"]?.bounds?.y = max(bottom, next)
      }
    }
    #expect(try await hand.refusal("scroll {Files} down \"b.txt\"") == .notScrolledTo("b.txt"))
    #expect(desktop.deeds.count == 3)
  }

  @Test func `drags one item onto another`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("drag {a.pdf} to {b.txt}").route == .pointer)
    #expect(desktop.deeds == [.drag("a.pdf", "b.txt")])
  }

  @Test func `selects several items before it drags them`() async throws {
    let desktop = FakeDesktop([.list("Files", ["a.pdf", "b.txt", "Papers"])])
    var hand = try await Hand(desktop)
    _ = try await hand.report("drag {a.pdf} {b.txt} to {Papers}")
    #expect(
      desktop.deeds == [
        .click("a.pdf", .left, 1, []), .click("b.txt", .left, 1, [.ctrl]), .drag("a.pdf", "Papers"),
      ])
  }

  @Test func `does not drag what was scrolled away to show where it goes`() async throws {
    var hand = try await Hand(desktop)
    lower("b.txt", by: 300)
    desktop.with { world in
      world.unpressable = ["b.txt"]
      world.onScroll = { world in
        world["b.txt"]?.bounds?.y -= 600
        world["a.pdf"]?.bounds?.y -= 600
      }
    }
    #expect(try await hand.refusal("drag {a.pdf} to {b.txt}") == .outOfSight(try hand.ref("a.pdf")))
  }
}
