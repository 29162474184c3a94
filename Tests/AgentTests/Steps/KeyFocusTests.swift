import Commands
import Outline
import Testing

@testable import Agent

/// Keys are pressed only while the window that they were meant for has the focus.
@Suite struct KeyFocusTests {
  private let desktop = FakeDesktop([.field("Name"), .button("Save")])

  @Test func `nothing is typed once another window has taken the focus`() async throws {
    desktop.with { world in
      world.windows.append(.bank)
      world.onFocus["Name"] = { $0.active = Window.bank.id }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("type {Name} \"secret\"") == .focusLost)
    #expect(desktop.deeds == [.focus("Name")])
  }

  @Test func `what a field of GTK selects when it gets the focus is not typed over`() async throws {
    let desktop = FakeDesktop([.field("Name", "Ada"), .button("Save")])
    desktop.with { $0.onFocus["Name"] = { $0.selectedText["Name"] = "Ada" } }
    var hand = try await Hand(desktop)
    #expect(try await hand.report("type {Name} \" Lovelace\"").effect == .confirmed)
    #expect(desktop.deeds == [.focus("Name"), .selectText("Name", 3..<3), .type(" Lovelace")])
  }

  @Test func `nothing is typed once a dialog has opened`() async throws {
    desktop.with { $0.onFocus["Name"] = { $0.show(.dialog("Sure?", [.button("Yes")])) } }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("type {Name} \"secret\"") == .focusLost)
    #expect(desktop.deeds == [.focus("Name")])
  }

  @Test func `Return is not pressed in a window that opened meanwhile`() async throws {
    desktop.with { $0.onType = { $0.open(.question, [.button("Delete")]) } }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("type {Name} \"x\" enter") == .focusLost)
    #expect(desktop.deeds == [.focus("Name"), .type("x")])
  }

  @Test func `a field is not emptied once another window has taken the focus`() async throws {
    desktop.with { world in
      world.dropsText = true
      world.onFocus["Name"] = { $0.open(.question, [.button("Delete")]) }
    }
    var hand = try await Hand(desktop)
    #expect(try await hand.refusal("set {Name} \"x\"") == .focusLost)
    #expect(!desktop.deeds.contains(.key("ctrl+a")))
  }

  @Test func `a chord is pressed in the window that has the focus`() async throws {
    desktop.with { $0.onKey["ctrl+s"] = { $0.add(.label("Saved")) } }
    var hand = try await Hand(desktop)
    let report = try await hand.report("key ctrl+s")
    #expect(report.effect == .changed && report.route == .keyboard)
    #expect(desktop.deeds == [.key("ctrl+s")])
  }

  @Test func `no key is pressed that X does not know`() async throws {
    var hand = try await Hand(desktop)
    let run = await hand.steps.run([.key(Chord(modifiers: [], key: "Nonsense"))])
    #expect(run.reports.map(\.effect) == [.refused(.notAKey("Nonsense"))])
    #expect(desktop.deeds.isEmpty)
  }
}
