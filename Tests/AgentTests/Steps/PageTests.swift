import Geometry
import Outline
import Testing

@testable import Agent

/// What is special about the pages of web browsers.
@Suite struct PageTests {
  private let desktop = FakeDesktop([.field("Address"), .page("Shop", [.number("Cups", 1), .button("Buy")])])

  @Test func `a number is typed, because a page may not be told of one that is set`() async throws {
    var hand = try await Hand(desktop)
    #expect(try await hand.report("set {Cups} \"5\"").route == .keyboard)
    #expect(desktop.deeds == [.focus("Cups"), .key("ctrl+a"), .type("5")])
  }

  @Test func `a number elsewhere is set`() async throws {
    let desktop = FakeDesktop([.number("Cups", 1)])
    var hand = try await Hand(desktop)
    #expect(try await hand.report("set {Cups} \"5\"").route == .value)
  }

  @Test func `what the page does not show is scrolled to, though the window reaches that far`() async throws {
    var hand = try await Hand(desktop)
    desktop.with { $0["Buy"]?.states.remove(.showing) }
    _ = try await hand.report("double {Buy}")
    #expect(desktop.deeds.first == .scrollTo("Buy"))
  }

  @Test func `what only stands in the page of another tab is not waited for, nor scrolled to`() async throws {
    desktop.with { world in
      for name in ["Shop", "Buy"] { world[name]?.states.remove(.showing) }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("wait \"Buy\" 1") == .timedOut("Buy", seconds: 1))
    #expect(try await hand.refusal("scroll down \"Buy\"") == .notScrolledTo("Buy"))
    #expect(!desktop.deeds.contains(.scrollTo("Buy")))
  }

  @Test func `a field of several numbers is not written to`() async throws {
    let date = Part(role: .dateEditor, name: "Day", parts: [.number("Month", 1), .number("Year", 2026)])
    let desktop = FakeDesktop([.page("Shop", [date.with(.editable)])])
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("set {Day} \"2026-02-03\"") == .notEditable(try hand.ref("Day")))
  }
}

extension Part {
  fileprivate static func page(_ name: String, _ parts: [Part]) -> Part {
    Part(role: .documentWeb, name: name, parts: parts)
  }

  fileprivate static func number(_ name: String, _ current: Double) -> Part {
    Part(
      role: .spinButton, name: name, interfaces: [.component, .text, .value], text: "\(Int(current))",
      value: Value(current: current, minimum: 0, maximum: 9999)
    ).with([.editable, .focusable])
  }
}
