import Outline
import Testing

@testable import Agent

@Suite struct MenuTests {
  private let desktop = FakeDesktop([
    .menuBar([.menu("File", []), .menu("View", [])]), .list("Files", ["a.pdf", "Papers"]), .combo("Paper", []),
    .list("Recent", ["Papers"]),
  ])

  init() {
    desktop.with { world in
      world.onPress["File"] = { $0.show(.openMenu("File menu", ["Save", "Save As…", "Close"])) }
      world.onClick["Save As…"] = { world in
        world.hideFirstRoot()
        world.add(.label("Saved"))
      }
      world.onKey["Escape"] = { $0.hideFirstRoot() }
      world.onClick["a.pdf"] = { $0.show(.openMenu("Context", ["Open", "View"])) }
      world.onClick["Paper"] = { $0.show(.openMenu("Sizes", ["A4", "A5"])) }
      world.onClick["A5"] = { $0.hideFirstRoot() }
    }
  }

  @Test func `opens one level after the other`() async throws {
    var hand = try await Hand(desktop)
    let report = try await hand.report("menu \"File > Save As…\"")
    #expect(report.effect == .changed && report.route == .pointer)
    #expect(desktop.deeds == [.press("File"), .click("Save As…", .left, 1, [])])
  }

  @Test func `takes the action of an item that something lies over`() async throws {
    desktop.with { world in
      world.onPress["File"] = { world in
        world.show(.openMenu("File menu", ["Save"]))
        world.cover = .bank
      }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("menu \"File > Save\"").route == .action)
    #expect(desktop.deeds == [.press("File"), .press("Save")])
  }

  @Test(arguments: ["save as", "Save As...", " Save As… "])
  func `does not need the ellipsis or the case`(title: String) async throws {
    var hand = try await Hand(desktop)
    _ = try await hand.report("menu \"File > \(title)\"")
    #expect(desktop.deeds.last == .click("Save As…", .left, 1, []))
  }

  @Test func `waits for the items of a menu that opens empty, as long as for a program that is loading`() async throws {
    desktop.with { world in
      world.onPress["File"] = { world in
        world.popups = [.question]
        world.show(.openMenu("File menu", []))
        world.after(.seconds(6)) { world in
          world.hideFirstRoot()
          world.show(.openMenu("File menu", ["Save"]))
        }
      }
    }
    var hand = try await Hand(desktop)
    _ = try await hand.report("menu \"File > Save\"")
    #expect(desktop.deeds == [.press("File"), .click("Save", .left, 1, [])])
  }

  @Test func `gives a menu up that stays empty`() async throws {
    desktop.with { world in
      world.onPress["File"] = { world in
        world.popups = [.question]
        world.show(.openMenu("File menu", []))
      }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("menu \"File > Save\"") == .noSuchItem("Save", available: ["File menu"]))
    #expect(desktop.deeds == [.press("File"), .key("Escape")])
  }

  @Test func `takes no item that only begins so, and closes what it opened`() async throws {
    var hand = try await Hand(desktop)
    let error = try await hand.refusal("menu \"File > Clo\"")
    #expect(error == .noSuchItem("Clo", available: ["File menu", "Save", "Save As…", "Close"]))
    #expect(desktop.deeds == [.press("File"), .key("Escape")])
  }

  @Test func `takes no disabled item, and closes what it opened`() async throws {
    desktop.with { world in
      world.onPress["File"] = { world in
        world.show(.openMenu("File menu", ["Save"]))
        world["Save"]?.states.subtract([.enabled, .sensitive])
      }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("menu \"File > Save\"") == .itemDisabled("Save"))
    #expect(desktop.deeds == [.press("File"), .key("Escape")])
  }

  @Test func `tells of no widget by its class`() async throws {
    desktop.with { $0.onPress["File"] = { $0.show(.openMenu("GtkPopoverMenu", ["Save"])) } }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("menu \"File > Clo\"") == .noSuchItem("Clo", available: ["Save"]))
  }

  @Test func `presses no key where no menu opened`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("menu \"Edit > Copy\"") == .noSuchItem("Edit", available: ["File", "View"]))
    #expect(desktop.deeds.isEmpty)
  }

  @Test func `looks for the item of a context menu in that menu`() async throws {
    desktop.with { world in
      world.onClick["View"] = { $0.hideFirstRoot() }
      // That of the menu bar; the context menu is not open yet.
      world["View"]?.states.subtract([.enabled, .sensitive])
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("menu {a.pdf} \"View\"").effect == .changed)
    #expect(desktop.deeds == [.click("a.pdf", .right, 1, []), .click("View", .left, 1, [])])
  }

  @Test func `says of a list that shows no items that they are only drawn`() async throws {
    let popup = Window(id: 9, pid: 100, title: "", program: "editor", bounds: Window.editor.bounds)
    desktop.with { world in
      world.onClick["Paper"] = { $0.popups = [popup] }
      world.onKey["Escape"] = { $0.popups = [] }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("select {Paper} \"A4\"") == .drawnItems(try hand.ref("Paper")))
    #expect(desktop.with { $0.popups }.isEmpty)
  }

  @Test func `selects in a drop-down list by name`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("select {Paper} \"a5\"").route == .pointer)
    #expect(desktop.deeds == [.click("Paper", .left, 1, []), .click("A5", .left, 1, [])])
  }

  @Test func `selects an item without a name by the label in it`() async throws {
    let rows = ["Single click", "Double click"].map { Part(role: .listItem, name: "", parts: [.label($0)]) }
    let desktop = FakeDesktop([Part(role: .list, name: "Open by", parts: rows)])
    var hand = try await Hand(desktop)
    #expect(try await hand.report("select {Open by} \"double click\"").route == .pointer)
    #expect(desktop.deeds == [.click(nil, .left, 1, [])])
    let titles = ["Single click", "Double click"]
    #expect(try await hand.refusal("select {Open by} \"twice\"") == .noSuchItem("twice", available: titles))
  }

  @Test func `clicks a menu in an open one, and presses that of the menu bar`() async throws {
    desktop.with { world in
      let text = Part(role: .menu, name: "Text", interfaces: [.action, .component])
      world.onPress["File"] = { $0.show(Part(role: .menu, name: "File menu", parts: [text])) }
      world.onClick["Text"] = { $0.show(.openMenu("Text menu", ["Bold"])) }
    }
    var hand = try await Hand(desktop)
    _ = try await hand.report("menu \"File > Text > Bold\"")
    #expect(desktop.deeds == [.press("File"), .click("Text", .left, 1, []), .click("Bold", .left, 1, [])])
  }

  @Test func `closes a drop-down list that does not have the item`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("select {Paper} \"A6\"") == .noSuchItem("A6", available: ["A4", "A5"]))
    #expect(desktop.deeds == [.click("Paper", .left, 1, []), .key("Escape")])
  }

  @Test func `selects in a list by name, and in no other`() async throws {
    var hand = try await Hand(desktop)
    let (files, recent) = desktop.with { world in
      let papers = world.nodes[1]?.filter { $0.name == "Papers" } ?? []
      return (papers.first?.id, papers.last?.id)
    }
    #expect(files != recent)
    _ = try await hand.report("select {Recent} \"papers\"")
    let error = try await hand.refusal("select {Recent} \"a.pdf\"")
    #expect(error == .noSuchItem("a.pdf", available: ["Papers"]))
    #expect(desktop.deeds == [.click("Papers", .left, 1, [])])
  }
}
