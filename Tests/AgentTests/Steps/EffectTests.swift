import Outline
import Testing

@testable import Agent

/// What a command did is judged from the window, never from what a program answered.
@Suite struct EffectTests {
  private let desktop = FakeDesktop([
    .button("Save"), .check("Bold"), .field("Name"), .password("Key"), .slider("Volume", 10),
    .list("Files", ["a.pdf", "b.txt"]),
  ])

  @Test func `a click that toggles is confirmed`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Bold}").effect == .confirmed)
  }

  @Test func `a click that changes something else says so`() async throws {
    desktop.with { $0.onPress["Save"] = { $0.add(.label("Saved")) } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Save}").effect == .changed)
  }

  @Test func `a click that changes nothing says so`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Save}").effect == .nothing)
  }

  @Test func `that a button took the focus confirms nothing`() async throws {
    desktop.with { $0.onPress["Save"] = { $0.focus("Save") } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("click {Save}").effect == .changed)
    #expect(try await hand.report("click {Name}").effect == .confirmed)
  }

  @Test func `a click with the right button is confirmed by the menu that opens, not by what it selects`() async throws
  {
    desktop.with { $0.onClick["a.pdf"] = { $0["a.pdf"]?.states.insert(.selected) } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("right {a.pdf}").effect == .changed)
    desktop.with { $0.onClick["a.pdf"] = { $0.show(.openMenu("Context", ["Open"])) } }
    #expect(try await hand.report("right {a.pdf}").effect == .confirmed)
  }

  @Test(arguments: ["double {a.pdf}", "middle {a.pdf}"])
  func `what is more than a click is not confirmed by what it selects`(command: String) async throws {
    desktop.with { $0.onClick["a.pdf"] = { $0["a.pdf"]?.states.insert(.selected) } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report(command).effect == .changed)
  }

  @Test func `a check box is set, whatever it was`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("uncheck {Bold}").effect == .confirmed)
    #expect(desktop.deeds.isEmpty)
    #expect(try await hand.report("check {Bold}").effect == .confirmed)
    #expect(try await hand.report("check {Bold}").effect == .confirmed)
    #expect(desktop.deeds == [.press("Bold")])
    #expect(try await hand.refusal("check {Save}") == .notCheckable(try hand.ref("Save")))
  }

  @Test func `a check box that flips back is not confirmed`() async throws {
    desktop.with { $0.onPress["Bold"] = { $0["Bold"]?.states.remove(.checked) } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("check {Bold}").effect == .nothing)
  }

  @Test func `text that arrives is confirmed`() async throws {
    var hand = try await Hand(desktop)
    let report = try await hand.report("type {Name} \"Sam\"")
    #expect(report.effect == .confirmed && report.route == .keyboard)
    #expect(desktop.deeds == [.focus("Name"), .type("Sam")])
    #expect(desktop.with { $0["Name"]?.text } == "Sam")
  }

  @Test func `text that arrives in paragraphs of its own is confirmed`() async throws {
    let desktop = FakeDesktop([.letter("Letter", [""])])
    desktop.with { world in
      world.onType = { world in
        world["Letter 1"]?.text = "Dear Ann,"
        world.add(Part(role: .paragraph, name: "Letter 2", interfaces: .text, text: "thanks!").with(.editable))
        let letter = world["Letter 1"]?.parent
        world["Letter 2"]?.parent = letter
      }
      world.focus("Letter 1")
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("type \"Dear Ann,\\nthanks!\"").effect == .confirmed)
  }

  @Test func `text that does not arrive is not`() async throws {
    desktop.with { $0.onType = { $0["Name"]?.text = "" } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("type {Name} \"Sam\"").effect == .nothing)
  }

  @Test func `what was typed counts before Return empties the field`() async throws {
    desktop.with { $0.onKey["Return"] = { $0["Name"]?.text = "" } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("type {Name} \"Sam\" enter").effect == .confirmed)
    #expect(desktop.deeds == [.focus("Name"), .type("Sam"), .key("Return")])
  }

  @Test func `nothing is said of what a password field holds`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("type {Key} \"secret\"").effect == .changed)
    #expect(try await hand.report("set {Key} \"secret\"").effect == .changed)
    #expect(!hand.screens.contains("secret"))
  }

  @Test func `a slider is set by its value`() async throws {
    var hand = try await Hand(desktop)
    let report = try await hand.report("set {Volume} \"40\"")
    #expect(report.effect == .confirmed && report.route == .value)
    #expect(try await hand.report("set {Volume} \"400\"").effect == .changed)
    #expect(try await hand.refusal("set {Volume} \"loud\"") == .notEditable(try hand.ref("Volume")))
  }

  @Test func `items are selected together`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("select {a.pdf} {b.txt}").effect == .confirmed)
    #expect(desktop.deeds == [.click("a.pdf", .left, 1, []), .click("b.txt", .left, 1, [.ctrl])])
  }

  @Test func `items that stay as they are are not`() async throws {
    desktop.with { world in
      world.onClick["b.txt"] = { $0["b.txt"]?.states.remove(.selected) }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("select {b.txt}").effect == .nothing)
    #expect(try await hand.report("select {a.pdf} {b.txt}").effect == .changed)
  }

  @Test func `what an element cannot do is refused by its name`() async throws {
    desktop.with { $0.unpressable = ["Volume"] }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("set {Volume} \"40\"") == .unsupported(try hand.ref("Volume"), verb: "set"))
    #expect(try await hand.refusal("set {Save} \"x\"") == .notEditable(try hand.ref("Save")))
  }
}
