import Accessibility
import Geometry
import Outline
import Screen

/// The windows of a Wayland session, where no program is told of others' windows except by these through the
/// accessibility bus.
///
/// None can be brought to the front, and only keys need it to be: what acts through the accessibility bus reaches a
/// window wherever it is. The one that was chosen last counts as the one in front.
package actor AccessibleWindows: WindowSystem {
  private let accessibility: Accessibility
  private var chosen: UInt32?

  package init(_ accessibility: Accessibility) {
    self.accessibility = accessibility
  }

  /// The chosen window, or what its program has opened in front of it; else the one that has the focus.
  package func activeWindow() async -> Window? {
    let topLevels = await topLevels().filter { !$0.isPopup }
    let active = topLevels.first(where: \.isActive)?.window
    guard let chosen = topLevels.first(where: { $0.window.id == self.chosen })?.window else { return active }
    return active?.pid == chosen.pid ? active : chosen
  }

  /// Only where its program says so and no other does. A window gets the keys back a moment after a dialog of the
  /// desktop's own has closed.
  package func hasKeys(_ id: UInt32) async -> Bool {
    let end = ContinuousClock.now + Self.patience
    while await topLevels().filter({ $0.isActive && !$0.isPopup }).map(\.window.id) != [id] {
      guard ContinuousClock.now < end, (try? await Task.sleep(for: Self.poll)) != nil else { return false }
    }
    return true
  }

  private static let patience = Duration.seconds(1)
  private static let poll = Duration.milliseconds(20)

  /// The one that has the focus first; of the others the order is not known.
  package func windows() async -> [Window] {
    let topLevels = await topLevels().filter { !$0.isPopup }
    return (topLevels.filter(\.isActive) + topLevels.filter { !$0.isActive }).map(\.window)
  }

  package func window(_ id: UInt32) async -> Window? {
    await topLevels().first { $0.window.id == id }?.window
  }

  package func tooltips() async -> [Window] { [] }

  package func popups() async -> [Window] {
    await topLevels().filter(\.isPopup).map(\.window)
  }

  /// Nobody knows how large it is.
  package var desktopBounds: Rect { Rect(x: 0, y: 0, width: 0, height: 0) }

  package func activate(_ id: UInt32, within limit: Duration) async throws(ScreenError) {
    guard await window(id) != nil else { throw .windowGone }
    chosen = id
  }

  package func dialog(over id: UInt32) async -> Window? { nil }

  package func coveringWindow(at point: Point, of id: UInt32) async -> Window? { nil }

  package func capture(_ rect: Rect, longEdge: Int) async throws(ScreenError) -> Screenshot {
    throw .captureFailed("a Wayland session does not let programs see it")
  }

  private func topLevels() async -> [TopLevel] {
    (try? await accessibility.topLevels()) ?? []
  }
}
