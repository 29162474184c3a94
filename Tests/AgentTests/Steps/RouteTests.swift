import Commands
import Geometry
import Outline
import Testing

@testable import Agent

/// How a click reaches the program.
@Suite struct RouteTests {
  private let desktop = FakeDesktop([.button("Save"), .check("Bold"), .list("Files", ["a.pdf", "b.txt"])])

  @Test func `a button is pressed by its action`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Save}").route == .action)
    #expect(desktop.deeds == [.press("Save")])
  }

  @Test func `a button of Qt is clicked, unless something covers it`() async throws {
    desktop.with { $0.toolkit = "Qt" }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Save}").route == .pointer)
    desktop.with { $0.cover = .bank }
    #expect(try await hand.report("click {Save}").route == .action)
    #expect(desktop.deeds == [.click("Save", .left, 1, []), .press("Save")])
  }

  @Test func `an item is clicked with the pointer`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {a.pdf}").route == .pointer)
    #expect(desktop.deeds == [.click("a.pdf", .left, 1, [])])
  }

  @Test func `what is more than a plain click takes the pointer`() async throws {
    var hand = try await Hand(desktop)
    for line in ["double {Save}", "right {Save}", "middle {Save}", "click {Save} +ctrl"] {
      #expect(try await hand.report(line).route == .pointer)
    }
    #expect(
      desktop.deeds == [
        .click("Save", .left, 2, []), .click("Save", .right, 1, []), .click("Save", .middle, 1, []),
        .click("Save", .left, 1, [.ctrl]),
      ])
  }

  @Test func `only an action that is not there leads on to the pointer`() async throws {
    desktop.with { $0.unpressable = ["Save"] }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Save}").route == .pointer)
    #expect(desktop.deeds == [.click("Save", .left, 1, [])])
  }

  @Test func `an action that fails does not`() async throws {
    desktop.with { $0.failing = ["Save"] }
    var hand = try await Hand(desktop)
    guard case .programFailed = try await hand.refusal("click {Save}") else {
      Issue.record("refused for another reason")
      return
    }
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `an action without effect is not repeated with the pointer`() async throws {
    var hand = try await Hand(desktop)
    let report = try await hand.report("click {Save}")
    #expect(report.effect == .nothing)
    #expect(desktop.deeds == [.press("Save")])
  }

  @Test func `a disabled element may be hovered over`() async throws {
    desktop.with { $0["Save"]?.states.subtract([.enabled, .sensitive]) }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("hover {Save}").route == .pointer)
    #expect(desktop.deeds.count == 1)
  }

  @Test(arguments: [(1000, true), (1270, true), (1290, false)])
  func `a window that reaches beyond the screen is clicked only on it`(x: Int, isOnScreen: Bool) async throws {
    desktop.with { world in
      let bounds = Rect(x: 100, y: 50, width: 2000, height: 700)
      world.windows[0].bounds = bounds
      for index in world.nodes[1]?.indices ?? 0..<0 where world.nodes[1]?[index].parent == nil {
        world.nodes[1]?[index].bounds = bounds
      }
      world["Save"]?.bounds = Rect(x: x, y: 100, width: 60, height: 20)
    }
    var hand = try await Hand(desktop)
    if isOnScreen {
      #expect(try await hand.report("right {Save}").route == .pointer)
    } else {
      #expect(try await hand.refusal("right {Save}") == .outOfSight(try hand.ref("Save")))
    }
  }

  @Test func `what is on a page that another has taken the place of is not clicked where it was`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0["Save"]?.states.subtract([.visible, .showing]) }
    _ = try await hand.run("find \"Save\"", "hover {a.pdf}")
    #expect(try await hand.refusal("right {Save}") == .outOfSight(try hand.ref("Save")))
  }

  @Test func `what another window lies over is not clicked`() async throws {
    desktop.with { $0.cover = .bank }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("click {a.pdf}") == .covered(by: "Bank"))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `the window is brought before another that has come to lie over it, unless that stays on top`()
    async throws
  {
    desktop.with { ($0.cover, $0.windows) = (.bank, $0.windows + [.bank]) }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("click {a.pdf}") == .covered(by: "Bank"))
    #expect(desktop.deeds == [.activate(Window.editor.id)])
    desktop.with { $0.onActivate = { $0.after(.milliseconds(100)) { $0.cover = nil } } }
    #expect(try await hand.report("click {a.pdf}").route == .pointer)
    #expect(desktop.deeds.last == .click("a.pdf", .left, 1, []))
  }

  @Test func `what a button would do is found out without bringing its window to the front`() async throws {
    desktop.with { ($0.cover, $0.windows, $0.toolkit) = (.bank, $0.windows + [.bank], "Qt") }
    let hand = try await Hand(desktop)
    #expect(try await hand.plan("click {Save}").route == .action)
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `a window without a title is named by its program`() async throws {
    desktop.with { $0.cover = .bank.titled("") }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("click {a.pdf}") == .covered(by: "bank"))
  }

  @Test func `a tooltip is what comes of hovering, some time later`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("hover {Save}").effect == .nothing)
    let tip = Window(id: 9, pid: 100, title: "", program: "editor", bounds: Window.editor.bounds)
    desktop.with { $0.onMove = { $0.after(.milliseconds(700)) { $0.tooltips = [tip] } } }
    #expect(try await hand.report("hover {Save}").effect == .changed)
  }

  @Test func `a button that is pressed can be unchecked, whatever it is called`() async throws {
    desktop.with { world in
      world["Save"]?.states.insert(.pressed)
      world.onPress["Save"] = { $0["Save"]?.states.remove(.pressed) }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("uncheck {Save}").effect == .confirmed)
    #expect(try await hand.refusal("check {Save}") == .notCheckable(try hand.ref("Save")))
  }

  @Test func `an item of an open menu is clicked in the menu's own window`() async throws {
    let popup = Window(id: 9, pid: 100, title: "", program: "editor", bounds: Window.editor.bounds)
    desktop.with { world in
      world.show(.openMenu("File", ["Close"]))
      world.unpressable = ["Close"]
      world["Close"]?.bounds = Rect(x: 1000, y: 60, width: 100, height: 20)
      (world.cover, world.popups) = (popup, [popup])
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Close}").route == .pointer)
    #expect(desktop.deeds == [.click("Close", .left, 1, [])])
  }

  @Test func `a popup that lies over a button is in its way`() async throws {
    let popup = Window(id: 9, pid: 100, title: "Tip", program: "editor", bounds: Window.editor.bounds)
    desktop.with { ($0.cover, $0.popups) = (popup, [popup]) }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("right {Save}") == .covered(by: "Tip"))
  }
}
