import CX11
import Glibc
import Synchronization
import TestSupport
import Testing
import X11

@testable import class Screen.Screen

@Suite struct ClosingWindowTests {
  @Test func aWindowThatClosesWhileItIsReadIsGoneAndNotWithoutItsTitle() async throws {
    try await BareDisplay.run { display in
      let screen = try Screen.connect(display: display.name)
      let open = Mutex<XID?>(0)
      let hasRead = Mutex(false)
      let opening = Task {
        Self.openAndCloseWindows(on: display.name, while: { !hasRead.withLock { $0 } }) { id in
          open.withLock { $0 = id }
        }
      }
      var titles: Set<String> = []
      while let id = open.withLock({ $0 }) {
        guard let window = await screen.window(UInt32(id)) else { continue }
        titles.insert(window.title)
        hasRead.withLock { $0 = true }
      }
      #expect(await opening.value)
      #expect(titles == ["there"])
    }
  }

  /// Opens windows with a title, one after the other, each for a moment and the first until it was read, and tells their
  /// ids; nil after the last. False without a display.
  private static func openAndCloseWindows(
    on display: String, while isUnread: () -> Bool, _ tell: (XID?) -> Void
  ) -> Bool {
    defer { tell(nil) }
    guard let connection = XConnection(display: display) else { return false }
    for number in 0..<400 {
      let window = XCreateSimpleWindow(connection.display, connection.root, 0, 0, 1, 1, 0, 0, 0)
      XStoreName(connection.display, window, "there")
      XSync(connection.display, False)
      tell(window)
      repeat { usleep(UInt32(number % 20) * 50) } while isUnread()
      XDestroyWindow(connection.display, window)
      XSync(connection.display, False)
    }
    return true
  }
}
