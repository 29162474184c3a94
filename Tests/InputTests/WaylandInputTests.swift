import Commands
import Foundation
import Geometry
import Synchronization
import TestSupport
import Testing

@testable import Input

/// Keys through a portal's double, which tells what it was asked in which order.
@Suite struct WaylandInputTests {
  /// What every session begins with: leave, and the key that gives a desktop its keyboard.
  private static let opening = [
    "CreateSession", #"SelectDevices {"persist_mode": 2, "types": 1}"#, "Start", "press 0xffe1", "release 0xffe1",
  ]

  @Test func asksOnceAndLateAndPairsEveryPressWithItsRelease() async throws {
    try await Bench.run { bench in
      let portal = try await bench.portal()
      let input = try bench.input()
      try await input.checkKeys()
      #expect(portal.asked == [])
      try await input.press(Chord(modifiers: [.ctrl, .shift], key: "s"), times: 1)
      try await input.type("aB\r\n")
      #expect(
        portal.asked == Self.opening + [
          "press 0xffe3", "press 0xffe1", "press 0x73", "release 0x73", "release 0xffe1", "release 0xffe3",
          "press 0x61", "release 0x61", "press 0x42", "release 0x42", "press 0xff0d", "release 0xff0d",
        ])
      #expect(bench.timesAsked == 1)
      await input.releaseEverything()
      #expect(portal.asked.last == "session closed")
    }
  }

  @Test func leaveIsRemembered() async throws {
    try await Bench.run { bench in
      let portal = try await bench.portal()
      for _ in 1...3 {
        let input = try bench.input()
        try await input.gainKeys()
        await input.releaseEverything()
      }
      let selections = portal.asked.filter { $0.hasPrefix("SelectDevices") }
      #expect(
        selections == [
          #"SelectDevices {"persist_mode": 2, "types": 1}"#,
          #"SelectDevices {"persist_mode": 2, "restore_token": "leave 1", "types": 1}"#,
          #"SelectDevices {"persist_mode": 2, "restore_token": "leave 2", "types": 1}"#,
        ])
      #expect(bench.token.load() == "leave 3")
      let attributes = try FileManager.default.attributesOfItem(atPath: bench.state + "/remote-desktop-token")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  /// As xdg-desktop-portal 1.16 of Debian 12 does.
  @Test func aPortalThatCannotRememberIsNotAskedTo() async throws {
    try await Bench.run { bench in
      let portal = try await bench.portal("--version", "1")
      bench.token.save("of another portal")
      try await bench.input().gainKeys()
      #expect(portal.asked.contains(#"SelectDevices {"types": 1}"#))
      #expect(bench.token.load() == "of another portal")
    }
  }

  @Test(arguments: [
    (["--answer", "deny"], InputError.keysDenied), (["--answer", "end"], .portalFailed("it ended Start")),
    (["--devices", "2"], .noPortal),
  ])
  func aRefusalIsToldAndNotAskedAboutAgain(options: [String], error: InputError) async throws {
    try await Bench.run { bench in
      let portal = try await bench.portal(options)
      let input = try bench.input()
      for _ in 1...2 { await #expect(throws: error) { try await input.type("a") } }
      await #expect(throws: error) { try await input.checkKeys() }
      #expect(portal.asked.count { $0 == "Start" } <= 1)
      #expect(!portal.asked.contains { $0.hasPrefix("press") })
    }
  }

  @Test func withoutAPortalThatIsSaid() async throws {
    try await Bench.run { bench in
      let input = try bench.input()
      await #expect(throws: InputError.noPortal) { try await input.checkKeys() }
      await #expect(throws: InputError.noPortal) {
        try await input.press(Chord(modifiers: [], key: "Return"), times: 1)
      }
      #expect(bench.timesAsked == 0)
    }
  }

  @Test func nobodyAnsweringEndsTheQuestion() async throws {
    try await Bench.run { bench in
      let portal = try await bench.portal("--answer", "none")
      let input = try bench.input(patience: .milliseconds(100))
      await #expect(throws: InputError.keysNotAnswered) { try await input.type("a") }
      #expect(portal.asked.suffix(3) == ["Start", "request closed", "session closed"])
    }
  }

  @Test func stoppingEndsTheQuestion() async throws {
    try await Bench.run { bench in
      let portal = try await bench.portal("--answer", "none")
      let input = try bench.input()
      let task = Task { try await input.type("a") }
      try await bench.desktop.waitUntil("the question") { portal.asked.last == "Start" }
      task.cancel()
      await #expect(throws: InputError.cancelled) { try await task.value }
      #expect(portal.asked.suffix(2) == ["request closed", "session closed"])
    }
  }

  @Test func leaveThatIsTakenBackStopsTyping() async throws {
    try await Bench.run { bench in
      let portal = try await bench.portal("--close-after", "3")
      let input = try bench.input()
      await #expect(throws: InputError.keysWithdrawn) { try await input.type("abcdef") }
      #expect(portal.asked.count { $0.hasPrefix("press") } == 3)
      await #expect(throws: InputError.keysWithdrawn) { try await input.type("x") }
      #expect(portal.asked.count { $0 == "Start" } == 1)
    }
  }

  @Test(arguments: [
    ("ok λ", InputError.notOnKeyboard("λ")), ("🙂", .notOnKeyboard("🙂")), ("a\u{7}", .untypable("\u{7}")),
  ])
  func aTextThatKeysCannotBringIsNotBegun(text: String, error: InputError) async throws {
    try await Bench.run { bench in
      let portal = try await bench.portal()
      let input = try bench.input()
      await #expect(throws: error) { try await input.type(text) }
      #expect(portal.asked == Self.opening)
      await #expect(throws: InputError.notOnKeyboard("F35")) {
        try await input.press(Chord(modifiers: [.ctrl], key: "F35"), times: 1)
      }
      #expect(portal.asked == Self.opening)
    }
  }

  @Test func thePointerIsRefused() async throws {
    try await Bench.run { bench in
      let input = try bench.input()
      let point = Point(x: 1, y: 1)
      await #expect(throws: InputError.noPointer) {
        try await input.click(at: point, button: .left, count: 1, modifiers: [])
      }
      await #expect(throws: InputError.noPointer) { try await input.scroll(at: point, direction: .down, clicks: 1) }
      await #expect(throws: InputError.noPointer) { try await input.drag(from: point, to: point) }
    }
  }
}

/// A desktop with a portal's double on its bus, and what is kept between its sessions.
private final class Bench: Sendable {
  let desktop: Desktop
  private let asked = Mutex(0)

  private init(_ desktop: Desktop) {
    self.desktop = desktop
  }

  static func run(_ body: (Bench) async throws -> Void) async throws {
    try await Desktop.run(wayland: true) { try await body(Bench($0)) }
  }

  var state: String { desktop.home.path + "/state" }
  var token: RestoreToken { RestoreToken(directory: state) }
  /// How often the person was told that they may be asked.
  var timesAsked: Int { asked.withLock { $0 } }

  func portal(_ options: String...) async throws -> PortalDouble { try await portal(options) }

  func portal(_ options: [String]) async throws -> PortalDouble { try await .start(on: desktop, options) }

  func input(patience: Duration = .seconds(60)) throws -> WaylandInput {
    let keymap = try WaylandKeymap.of("us")
    return WaylandInput(
      token: token, patience: patience, bus: desktop.environment["DBUS_SESSION_BUS_ADDRESS"],
      readKeymap: { keymap }, onWaiting: { self.asked.withLock { $0 += 1 } })
  }
}
