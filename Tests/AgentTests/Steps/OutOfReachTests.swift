import Commands
import Input
import Outline
import Testing

@testable import Agent

/// On a desktop that gives neither pointer nor keys, what the accessibility bus can do is done and the rest refused.
@Suite struct OutOfReachTests {
  @Test func pressesChecksSelectsAndWritesByTheAccessibilityBus() async throws {
    var field = Part.field("Name", "Ada")
    field.interfaces.insert(.action)
    let desktop = FakeDesktop([
      .button("Save"), .check("Bold"), .list("Files", ["a.txt", "b.txt"]), field.with([.focused]), .slider("Size", 3),
    ])
    var hand = try await Hand(withoutInput: desktop)
    _ = try await hand.run("click {Save}")
    _ = try await hand.run("check {Bold}")
    _ = try await hand.run("click {a.txt}")
    _ = try await hand.run("select {a.txt} {b.txt}")
    _ = try await hand.run("type {Name} \" Lovelace\"")
    _ = try await hand.run("type \"!\" enter")
    _ = try await hand.run("set {Size} \"7\"")
    #expect(
      desktop.deeds == [
        .press("Save"), .press("Bold"), .select("a.txt"), .select("a.txt"), .select("b.txt"),
        .setText("Name", "Ada Lovelace"), .setText("Name", "Ada Lovelace!"), .press("Name"), .setValue("Size", 7),
      ])
  }

  @Test(arguments: [
    "key ctrl+s", "right {Save}", "hover {Save}", "middle {Save}", "click {Save} +ctrl", "double {a.txt}",
    "scroll {Files} down 3", "drag {a.txt} to {b.txt}", "type {Plain} \"x\" enter", "menu {Save} \"Open\"",
  ])
  func refusesWhatNeedsPointerOrKeys(line: String) async throws {
    let desktop = FakeDesktop([.button("Save"), .list("Files", ["a.txt", "b.txt"]), .field("Plain")])
    var hand = try await Hand(withoutInput: desktop)
    #expect(try await hand.refusal(line) == .outOfReach)
    #expect(desktop.deeds.allSatisfy { if case .scrollTo = $0 { true } else { false } })
  }
}
