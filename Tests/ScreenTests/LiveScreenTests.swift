import Geometry
import Outline
import TestSupport
import Testing

@testable import Screen

/// On an X server of the tests' own, with dialogs of zenity as windows.
@Suite(.serialized) struct LiveScreenTests {
  @Test func windowsAreListedTopmostFirstAndActivatedByTheirNumber() async throws {
    try await BareDisplay.run { display in
      let screen = try Screen.connect(display: display.name)
      #expect(await screen.activeWindow() == nil)
      #expect(await screen.windows().isEmpty)

      try await withDialogs(["Grüße 你好", "second"], on: display, screen) { first, second in
        #expect(first.program == "Zenity" && first.pid != nil && !first.bounds.isEmpty)
        try await screen.activate(first.id)
        #expect(await screen.activeWindow()?.title == "Grüße 你好")
        #expect(await screen.windows().map(\.id) == [first.id, second.id])
        try await screen.activate(second.id)
        #expect(await screen.windows().map(\.id) == [second.id, first.id])
        #expect(await screen.window(second.id)?.title == "second")
      }
    }
  }

  @Test func theWindowOnTopCoversTheOneBelow() async throws {
    try await BareDisplay.run { display in
      let screen = try Screen.connect(display: display.name)
      try await withDialogs(["below", "above"], on: display, screen) { below, above in
        _ = try await display.run("xdotool", "windowmove", "--sync", "\(above.id)", "100", "100")
        _ = try await display.run("xdotool", "windowmove", "--sync", "\(below.id)", "110", "110")
        try await screen.activate(above.id)
        let place = try #require(await screen.window(above.id)).bounds.center
        #expect(await screen.coveringWindow(at: place, of: below.id)?.id == above.id)
        #expect(await screen.coveringWindow(at: place, of: above.id) == nil)
        #expect(await screen.popups().isEmpty)
      }
    }
  }

  @Test func aTooltipIsNoPopupAndCoversNothing() async throws {
    try await BareDisplay.run { display in
      let screen = try Screen.connect(display: display.name)
      try await withDialogs(["below", "above"], on: display, screen) { below, above in
        let id = "\(above.id)"
        _ = try await display.run("xdotool", "windowunmap", "--sync", id)
        _ = try await display.run("xdotool", "set_window", "--overrideredirect", "1", id, "windowmap", "--sync", id)
        _ = try await display.run("xdotool", "windowmove", id, "\(below.bounds.x)", "\(below.bounds.y)")
        let place = try #require(await screen.window(above.id)).bounds.center
        #expect(await screen.popups().map(\.id) == [above.id])
        #expect(await screen.coveringWindow(at: place, of: below.id)?.id == above.id)
        let type = "_NET_WM_WINDOW_TYPE"
        _ = try await display.run("xprop", "-id", id, "-f", type, "32a", "-set", type, type + "_TOOLTIP")
        #expect(await screen.popups().isEmpty)
        #expect(await screen.coveringWindow(at: place, of: below.id) == nil)
      }
    }
  }

  @Test func aPictureShowsThePartThatIsOnTheScreen() async throws {
    try await BareDisplay.run { display in
      let screen = try Screen.connect(display: display.name)
      #expect(await screen.desktopBounds == Rect(x: 0, y: 0, width: 1280, height: 800))
      let whole = try await screen.capture(Rect(x: 0, y: 0, width: 1280, height: 800), longEdge: 640)
      #expect(whole.width == 640 && whole.height == 400)
      let corner = try await screen.capture(Rect(x: 1200, y: -50, width: 500, height: 100))
      #expect(corner.source == Rect(x: 1200, y: 0, width: 80, height: 50))
      #expect(corner.width == 80 && !corner.png.isEmpty)
      await #expect(throws: ScreenError.self) { try await screen.capture(Rect(x: 2000, y: 0, width: 5, height: 5)) }
    }
  }

  @Test func aWindowThatIsGoneIsNothingAndCannotBeActivated() async throws {
    try await BareDisplay.run { display in
      let screen = try Screen.connect(display: display.name)
      #expect(await screen.window(0x12345) == nil)
      await #expect(throws: ScreenError.windowGone) {
        try await screen.activate(0x12345, within: .milliseconds(20))
      }
    }
  }

  @Test func aDisplayWithoutAWindowManagerIsRefused() async throws {
    try await BareDisplay.run(windowManager: false) { display in
      #expect(throws: ScreenError.noWindowManager) { try Screen.connect(display: display.name) }
    }
  }

  @Test func aServerThatGoesAwayIsAnErrorAndNotTheEnd() async throws {
    let screen = try await BareDisplay.run { try Screen.connect(display: $0.name) }
    for _ in 1...2 {
      #expect(await screen.windows().isEmpty)
      await #expect(throws: ScreenError.displayLost) { try await screen.activate(1) }
      await #expect(throws: ScreenError.displayLost) { try await screen.capture(Rect(x: 0, y: 0, width: 9, height: 9)) }
    }
  }

  @Test func noDisplayIsAnErrorThatSaysWhatToDo() {
    let error = #expect(throws: ScreenError.self) { try Screen.connect(display: ":no") }
    #expect(error?.description.contains("X11") == true)
  }

  @Test func aWaylandSessionIsNamed() {
    #expect(ScreenError.noDisplay(nil, isWayland: true).description.contains("Wayland"))
  }

  /// Opens two dialogs, one after the other, and closes them again.
  private func withDialogs(
    _ titles: [String], on display: BareDisplay, _ screen: Screen, _ body: (Window, Window) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup { group in
      var windows: [Window] = []
      for title in titles {
        group.addTask { _ = try await display.run("zenity", "--info", "--text=x", "--title=\(title)") }
        while windows.last?.title != title {
          try await Task.sleep(for: .milliseconds(20))
          windows += await screen.windows().filter { $0.title == title }
        }
      }
      try await body(windows[0], windows[1])
      for window in windows {
        _ = try await display.run("xdotool", "windowclose", "\(window.id)")
      }
      try await group.waitForAll()
    }
  }
}
