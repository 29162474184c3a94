import Outline
import Testing

@testable import Agent

/// Replacing what a field holds: by its editable text, else by the keyboard.
@Suite struct SetTextTests {
  private let desktop = FakeDesktop([.field("Name", "old"), .field("Place")])

  @Test func `goes by the editable text, and gives the field the focus`() async throws {
    var hand = try await Hand(desktop)
    let report = try await hand.report("set {Name} \"new\"")
    #expect(report.route == .text && report.effect == .confirmed)
    #expect(desktop.deeds == [.setText("Name", "new"), .focus("Name")])
  }

  @Test func `goes to the field in a drop-down list`() async throws {
    let desktop = FakeDesktop([
      Part(role: .comboBox, name: "Size", parts: [Part(role: .panel, name: "", parts: [.field("Points", "10")])])
    ])
    var hand = try await Hand(desktop)
    #expect(try await hand.report("set {Size} \"12\"").effect == .confirmed)
    #expect(desktop.deeds == [.setText("Points", "12"), .focus("Points")])
  }

  @Test(arguments: ["👩‍👩‍👧 e\u{301}", "two words", "ä"])
  func `recognizes what it set, in any script`(text: String) async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("set {Name} \"\(text)\"").route == .text)
  }

  @Test func `goes by the keyboard where a program drops it`() async throws {
    desktop.with { $0.dropsText = true }
    var hand = try await Hand(desktop)
    let report = try await hand.report("set {Name} \"new\"")
    #expect(report.route == .keyboard && report.effect == .confirmed)
    #expect(desktop.deeds == [.setText("Name", "new"), .focus("Name"), .key("ctrl+a"), .type("new")])
  }

  @Test func `goes by the keyboard where a program declines it, though no password can be read back`() async throws {
    let desktop = FakeDesktop([.password("Key")])
    desktop.with { $0.declinesText = true }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("set {Key} \"secret\"").route == .keyboard)
    #expect(desktop.deeds.last == .type("secret"))
  }

  @Test func `empties a field by the keyboard`() async throws {
    desktop.with { $0.dropsText = true }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("set {Name} \"\"").effect == .confirmed)
    #expect(desktop.with { $0["Name"]?.text } == "")
    #expect(desktop.deeds.suffix(2) == [.key("ctrl+a"), .key("Delete")])
  }

  @Test func `clicks a field that cannot be given the focus`() async throws {
    desktop.with { $0.unpressable = ["Place"] }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("type {Place} \"Rome\"").effect == .confirmed)
    #expect(desktop.deeds == [.click("Place", .left, 1, []), .type("Rome")])
  }

  @Test func `types into the focus without a ref`() async throws {
    desktop.with { $0.focus("Place") }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("type \"Rome\"").effect == .confirmed)
    #expect(desktop.deeds == [.type("Rome")])
  }

  @Test(arguments: ["set {City} \"Rome\"", "type {City} \"Rome\""])
  func `writes to the field of a drop-down list that has one`(command: String) async throws {
    var city = Part.combo("City", ["Oslo", "Rome"])
    city.parts.append(.field("Other city"))
    let desktop = FakeDesktop([city])
    var hand = try await Hand(desktop)
    #expect(try await hand.report(command).effect == .confirmed)
    #expect(desktop.with { $0["Other city"]?.text } == "Rome")
  }

  @Test(arguments: [true, false])
  func `chooses in a drop-down list with a field by what opens it, not by a click into the field`(
    hasButton: Bool
  ) async throws {
    var city = Part.combo("City", ["Oslo", "Rome"])
    city.parts.append(.field("Other city"))
    if hasButton { city.parts.append(Part(role: .toggleButton, name: "", interfaces: [.action, .component])) }
    let desktop = FakeDesktop([city])
    desktop.with { world in
      world.onPress[hasButton ? "" : "City"] = { $0.show(.openMenu("", ["Oslo", "Rome"])) }
      world.onClick["Rome"] = { $0["Other city"]?.text = "Rome" }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("select {City} \"Rome\"").effect == .confirmed)
    #expect(desktop.deeds == [.press(hasButton ? "" : "City"), .click("Rome", .left, 1, [])])
  }

  @Test func `gives Qt programs by another way what keys cannot bring them`() async throws {
    desktop.with { $0.toolkit = "Qt" }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("type {Place} \"Rome 🍕👩‍👩‍👧 é\"").effect == .confirmed)
    #expect(desktop.deeds == [.focus("Place"), .type("Rome "), .paste("🍕👩‍👩‍👧"), .type(" é")])
  }

  @Test func `types every character for other programs`() async throws {
    var hand = try await Hand(desktop)
    _ = try await hand.report("type {Place} \"Rome 🍕\"")
    #expect(desktop.deeds == [.focus("Place"), .type("Rome 🍕")])
  }

  @Test func `types over nothing that is selected in Qt, which would put it into brackets`() async throws {
    desktop.with { world in
      world.toolkit = "Qt"
      world.dropsText = true
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("set {Name} \"(new)\"").effect == .confirmed)
    #expect(desktop.deeds.suffix(3) == [.key("ctrl+a"), .key("Delete"), .type("(new)")])
  }

  @Test(arguments: ["Tea", ""])
  func `types over a cell of a sheet and leaves the rest of it alone`(text: String) async throws {
    let cell = Part(role: .tableCell, name: "A2", interfaces: [.component, .text, .value], text: "Rent")
      .with([.editable, .focused])
    let sheet = Part(role: .table, name: "Sheet", parts: [cell])
    let desktop = FakeDesktop([Part(role: .documentSpreadsheet, name: "data.csv", parts: [sheet])])
    let last = text.isEmpty ? "Down" : "Return"
    desktop.with { $0.onKey[last] = { $0["A2"]?.text = text } }
    var hand = try await Hand(desktop)
    let report = try await hand.report("set {A2} \"\(text)\"")
    #expect(report.route == .keyboard && report.effect == .confirmed)
    let typed: [World.Deed] = text.isEmpty ? [] : [.type(text)]
    #expect(desktop.deeds == [.click("A2", .left, 1, [])] + typed + [.key("Delete"), .key(last)])
  }
}
