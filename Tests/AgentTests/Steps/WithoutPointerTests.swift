import Commands
import Input
import Outline
import Testing

@testable import Agent

/// On a desktop that gives no pointer, what the accessibility bus can do is done, keys are pressed where they can be had,
/// and the rest is refused.
@Suite struct WithoutPointerTests {
  @Test func pressesChecksSelectsAndWritesByTheAccessibilityBus() async throws {
    var field = Part.field("Name", "Ada")
    field.interfaces.insert(.action)
    let desktop = FakeDesktop([
      .button("Save"), .check("Bold"), .list("Files", ["a.txt", "b.txt"]), field.with([.focused]), .slider("Size", 3),
    ])
    var hand = try await Hand(withoutPointer: desktop, keys: .noPortal)
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
    "right {Save}", "hover {Save}", "middle {Save}", "click {Save} +ctrl", "double {a.txt}",
    "scroll {Files} down 3", "drag {a.txt} to {b.txt}", "menu {Save} \"Open\"",
  ])
  func refusesWhatNeedsThePointer(line: String) async throws {
    let desktop = FakeDesktop([.button("Save"), .list("Files", ["a.txt", "b.txt"])])
    var hand = try await Hand(withoutPointer: desktop, keys: nil)
    #expect(try await hand.plan(line).refusal == .noPointer)
    #expect(try await hand.refusal(line) == .noPointer)
    #expect(desktop.deeds.allSatisfy { if case .scrollTo = $0 { true } else { false } })
  }

  @Test(arguments: [
    ("key ctrl+s", InputError.noPortal, StepError.noKeys), ("key ctrl+s", .keysDenied, .keysDenied),
    ("type {Plain} \"x\" enter", .noPortal, .noKeys), ("type {Plain} \"x\" enter", .keysWithdrawn, .keysDenied),
    ("type \"x\"", .keysNotAnswered, .keysDenied),
  ])
  func refusesWhatNeedsKeysThatCannotBeHad(line: String, cause: InputError, refusal: StepError) async throws {
    let desktop = FakeDesktop([.button("Save"), .field("Plain")])
    var hand = try await Hand(withoutPointer: desktop, keys: cause)
    #expect(try await hand.plan(line).refusal == refusal)
    #expect(try await hand.refusal(line) == refusal)
    #expect(desktop.deeds == [])
  }

  @Test func pressesKeysWhereOnlyTheyWillDo() async throws {
    var terminal = Part.field("Terminal", "")
    terminal.interfaces.remove(.editableText)
    let desktop = FakeDesktop([.field("Name", "Ada").with([.focused]), terminal])
    var hand = try await Hand(withoutPointer: desktop, keys: nil)
    #expect(try await hand.report("key ctrl+s").route == .keyboard)
    #expect(try await hand.report("type {Name} \"!\" enter").route == .keyboard)
    #expect(try await hand.report("type {Terminal} \"ls\"").route == .keyboard)
    #expect(
      desktop.deeds.filter { if case .focus = $0 { false } else { true } } == [
        .key("ctrl+s"), .setText("Name", "Ada!"), .key("Return"), .type("ls"),
      ])
  }

  /// Where Return breaks a line its action, if it has one, does something else.
  @Test func returnInATextOfSeveralLinesIsAKey() async throws {
    var text = Part.field("Letter", "Dear").with([.focused, .multiLine])
    text.interfaces.insert(.action)
    let desktop = FakeDesktop([text])
    var hand = try await Hand(withoutPointer: desktop, keys: nil)
    _ = try await hand.run("type {Letter} \" Ada\" enter")
    #expect(desktop.deeds == [.setText("Letter", "Dear Ada"), .key("Return")])
  }

  @Test func keysDoNotGoToAnotherWindow() async throws {
    let desktop = FakeDesktop([.button("Save")])
    var hand = try await Hand(withoutPointer: desktop, keys: nil)
    desktop.with { $0.active = nil }
    #expect(try await hand.refusal("key ctrl+s") == .notInFront("Editor"))
    #expect(desktop.deeds == [])
    #expect(desktop.with { $0.leaveAsked } == 0)
    desktop.with { $0.active = Window.editor.id }
    #expect(try await hand.report("key ctrl+s").route == .keyboard)
    #expect(desktop.with { $0.leaveAsked } == 1)
  }

  @Test(arguments: [
    ("click {Save}", Route.action), ("click {a.txt}", .selection), ("select {a.txt} {b.txt}", .selection),
    ("check {Bold}", .action), ("type {Name} \"x\"", .text), ("type {Name} \"x\" enter", .text),
    ("key ctrl+s", .keyboard),
    ("menu \"File > Save\"", .action), ("set {Name} \"x\"", .text), ("open \"Editor\"", .window),
  ])
  func aRehearsalTellsTheRoute(line: String, route: Route) async throws {
    let desktop = FakeDesktop([.button("Save"), .check("Bold"), .list("Files", ["a.txt", "b.txt"]), .field("Name")])
    let hand = try await Hand(withoutPointer: desktop, keys: nil)
    let plan = try await hand.plan(line)
    #expect(plan.refusal == nil)
    #expect(plan.route == route)
    #expect(desktop.deeds == [])
  }
}
