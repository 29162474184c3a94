import Commands
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Input

/// On an X server of the tests' own; what a real program received is the truth.
@Suite(.serialized) struct LiveInputTests {
  @Test(arguments: ["us", "de", "fr", "ru,us"]) func aProgramReceivesEveryCharacter(layout: String) async throws {
    let text = "Grüße € → 你好 ñ Ωmega \"q\" ÄÖ {[@]} \\~^ 👩‍💻 ŁłąęİığŞ½²³„…“"
    try await BareDisplay.run { display in
      _ = try await display.run("setxkbmap", layout)
      let input = try XInput.connect(display: display.name)
      #expect(try await received(text, by: display, input) == text)
    }
  }

  @Test func shortcutsWorkOnALayoutWithoutTheirLetters() async throws {
    try await BareDisplay.run { display in
      _ = try await display.run("setxkbmap", "ru,us")
      let input = try XInput.connect(display: display.name)
      let selectAll = Chord(modifiers: [.ctrl], key: "a")
      #expect(try await received("старое", then: selectAll, "новое", by: display, input) == "новое")
    }
  }

  @Test func capsLockTurnsNothingAroundAndStaysOn() async throws {
    try await BareDisplay.run { display in
      let input = try XInput.connect(display: display.name)
      try await input.press(Chord(modifiers: [], key: "Caps_Lock"), times: 1)
      #expect(try await received("aBcÄö", by: display, input) == "aBcÄö")
      #expect(await input.isCapsLockOn)
    }
  }

  @Test func theKeymapIsTheSameAfterwards() async throws {
    try await BareDisplay.run { display in
      let input = try XInput.connect(display: display.name)
      let before = try await display.run("xkbcomp", display.name, "-").output
      try await input.type("你好 € 世界")
      try await input.press(Chord(modifiers: [.ctrl], key: "Ω"), times: 2)
      #expect(!before.isEmpty)
      #expect(try await display.run("xkbcomp", display.name, "-").output == before)
      #expect(try await input.heldModifiers().isEmpty)
    }
  }

  @Test func aModifierThatSomebodyHoldsIsToldAndInTheEndLetGoOf() async throws {
    try await BareDisplay.run { display in
      let input = try XInput.connect(display: display.name)
      let somebody = try XInput.connect(display: display.name)
      try await somebody.holdForTest(.ctrl)
      #expect(try await input.heldModifiers() == [.ctrl])
      #expect(try await input.waitForFreeModifiers(within: .milliseconds(20)) == [.ctrl])
      #expect(try await input.heldModifiers().isEmpty)
      #expect(try await input.waitForFreeModifiers(within: .zero).isEmpty)
    }
  }

  @Test(arguments: [["key", "b"], ["click", "1"], ["mousemove_relative", "--", "3", "-2"]])
  func whatSomebodyElseDoesIsToldFromWhatWeDo(act: [String]) async throws {
    try await BareDisplay.run { display in
      let input = try XInput.connect(display: display.name, noticingPerson: true)
      #expect(input.noticesPerson)
      try await input.type("b €")
      try await input.click(at: Point(x: 9, y: 9), button: .left, count: 2, modifiers: [.ctrl])
      try await input.drag(from: Point(x: 9, y: 9), to: Point(x: 90, y: 90))
      try await input.scroll(at: Point(x: 9, y: 9), direction: .down, clicks: 3)
      #expect(await input.personHasActed() == false)

      _ = try await ProgramRun.of(
        URL(filePath: "/usr/bin/xdotool"), act, environment: display.environment)
      await #expect(throws: InputError.personActed) { try await input.type("b") }
      #expect(await input.personHasActed())
      #expect(await input.personHasActed() == false)
      try await input.type("b")
      #expect(await input.personHasActed() == false)
    }
  }

  @Test func whoDoesNotLookOutIsNotStopped() async throws {
    try await BareDisplay.run { display in
      let input = try XInput.connect(display: display.name)
      _ = try await display.run("xdotool", "key", "b")
      try await input.type("b")
      #expect(await input.personHasActed() == false)
      #expect(!input.noticesPerson)
    }
  }

  @Test func whatAKilledProgramHeldIsLetGoOf() async throws {
    let program = try Repository.fazmLinux().path
    try await BareDisplay.run { display in
      let watcher = try XInput.connect(display: display.name)
      try await watcher.press(Chord(modifiers: [], key: "Caps_Lock"), times: 1)
      let keymap = try await display.run("xkbcomp", display.name, "-").output
      // A guardian learns of a kill by the end of the line, which is what giving it up looks like.
      var guardian: Guardian? = Guardian(program: program, display: display.name)
      guardian?.held = try await watcher.holdManyThings()
      #expect(try await watcher.heldModifiers() == [.ctrl, .shift])
      #expect(try await !watcher.areAllLetGo(keymap, on: display))
      guardian = nil
      while try await !watcher.areAllLetGo(keymap, on: display) {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(await watcher.isCapsLockOn)
    }
  }

  @Test func aGuardianIsToldOfEverythingAndOfItsEnd() async throws {
    let held = HeldInput(keys: [50, 38], buttons: [1], loans: [90, 8], hasClearedCapsLock: true)
    #expect(HeldInput("\(held)") == held)
    #expect(HeldInput("\(HeldInput())") == HeldInput())
    #expect(HeldInput("38 50") == nil)
    #expect(GuardianProcess.display(in: [Guardian.option, ":7"]) == ":7")
    #expect(GuardianProcess.display(in: [Guardian.option]) == nil)
    #expect(GuardianProcess.display(in: ["tree", ":7"]) == nil)
  }

  @Test func aTextArrivesAsItIsThoughSomebodyHeldShift() async throws {
    try await BareDisplay.run { display in
      let input = try XInput.connect(display: display.name)
      let somebody = try XInput.connect(display: display.name)
      try await somebody.holdForTest(.shift)
      #expect(try await input.waitForFreeModifiers(within: .milliseconds(20)) == [.shift])
      #expect(try await received("abc ä", by: display, input) == "abc ä")
    }
  }

  @Test func aPasswordFieldHoldsWhatWasTyped() async throws {
    try await BareDisplay.run { display in
      let input = try XInput.connect(display: display.name)
      #expect(try await received("pÄ5$ wörd", in: "--password", by: display, input) == "pÄ5$ wörd")
    }
  }

  @Test func thePointerGoesWhereItIsSentAndNotOffTheScreen() async throws {
    try await BareDisplay.run(windowManager: false) { display in
      let input = try XInput.connect(display: display.name)
      try await input.move(to: Point(x: 17, y: 799))
      #expect(try await input.pointerPosition() == Point(x: 17, y: 799))
      for outside in [Point(x: 1280, y: 0), Point(x: 0, y: 800), Point(x: -1, y: 5)] {
        await #expect(throws: InputError.outsideScreen(outside)) {
          try await input.click(at: outside, button: .left, count: 1, modifiers: [])
        }
      }
      #expect(try await input.pointerPosition() == Point(x: 17, y: 799))
    }
  }

  @Test func thePointerGoesBackToWhereAPersonHadLeftIt() async throws {
    try await BareDisplay.run(windowManager: false) { display in
      let input = try XInput.connect(display: display.name)
      let person = try XInput.connect(display: display.name)
      try await input.putPointerBack()
      try await person.move(to: Point(x: 11, y: 12))
      try await input.move(to: Point(x: 200, y: 200))
      try await input.click(at: Point(x: 300, y: 300), button: .left, count: 1, modifiers: [])
      try await input.putPointerBack()
      #expect(try await input.pointerPosition() == Point(x: 11, y: 12))

      try await input.move(to: Point(x: 200, y: 200))
      try await person.move(to: Point(x: 400, y: 400))
      try await input.putPointerBack()
      #expect(try await input.pointerPosition() == Point(x: 400, y: 400))
    }
  }

  @Test func anUnknownKeyIsNamedBeforeAnythingIsPressed() async throws {
    try await BareDisplay.run(windowManager: false) { display in
      let input = try XInput.connect(display: display.name)
      let chord = Chord(modifiers: [.ctrl], key: "foo")
      await #expect(throws: InputError.unknownKey("foo")) { try await input.validate(chord) }
      await #expect(throws: InputError.unknownKey("foo")) { try await input.press(chord, times: 1) }
      try await input.validate(Chord(modifiers: [.ctrl, .shift], key: "Return"))
    }
  }

  @Test func aServerThatGoesAwayIsAnErrorAndNotTheEnd() async throws {
    let input = try await BareDisplay.run(windowManager: false) { try XInput.connect(display: $0.name) }
    for _ in 1...2 {
      await #expect(throws: InputError.displayLost) { try await input.type("a") }
      await #expect(throws: InputError.displayLost) { try await input.pointerPosition() }
    }
  }

  @Test func noDisplayIsToldByName() {
    #expect(throws: InputError.noDisplay(":no")) { try XInput.connect(display: ":no") }
  }

  /// What an entry dialog prints after the text has been typed into it.
  private func received(
    _ text: String, then chord: Chord? = nil, _ more: String = "", in kind: String = "--entry",
    by display: BareDisplay, _ input: XInput
  ) async throws -> String {
    async let dialog = display.run("zenity", kind, "--title=typing")
    while try await !display.run("xdotool", "getactivewindow", "getwindowname").output.hasPrefix("typing") {
      try await Task.sleep(for: .milliseconds(50))
    }
    try await input.type(text)
    if let chord { try await input.press(chord, times: 1) }
    try await input.type(more + "\n")
    return String(try await dialog.output.dropLast())
  }
}

extension XInput {
  fileprivate var isCapsLockOn: Bool { keyboard.isCapsLockOn }

  /// Holds keys and a button, lends keys and clears Caps Lock, as if in the middle of typing.
  fileprivate func holdManyThings() throws(InputError) -> HeldInput {
    let keymap = try readKeymap()
    let loans = try TypingPlan("€你", keymap: keymap).chunks.flatMap(\.loans.keys)
    try keyboard.lend(TypingPlan("€你", keymap: keymap).chunks[0].loans)
    try hold([.ctrl, .shift], keymap)
    pointer.press(1)
    keyboard.clearCapsLock()
    try checkConnection()
    let keys = [Modifier.ctrl, .shift].compactMap { keymap.keycode(for: $0) }
    return HeldInput(keys: Set(keys), buttons: [1], loans: Set(loans), hasClearedCapsLock: true)
  }

  fileprivate func areAllLetGo(_ keymap: String, on display: BareDisplay) async throws -> Bool {
    guard try heldModifiers().isEmpty, isCapsLockOn else { return false }
    return try await display.run("xkbcomp", display.name, "-").output == keymap
  }

  fileprivate func holdForTest(_ modifier: Modifier) throws(InputError) {
    try hold([modifier], readKeymap())
    try checkConnection()
  }
}
