import Geometry
import Launcher
import Outline
import Screen

extension FakeDesktop: WindowSystem {
  func activeWindow() async -> Window? {
    with { world in world.windows.first { $0.id == world.active } }
  }

  func hasKeys(_ id: UInt32) async -> Bool { with { $0.active } == id }

  func windows() async -> [Window] { with { $0.windows } }

  func window(_ id: UInt32) async -> Window? {
    with { world in world.windows.first { $0.id == id } }
  }

  func popups() async -> [Window] { with { $0.popups } }

  func tooltips() async -> [Window] { with { $0.tooltips } }

  var desktopBounds: Rect { Rect(x: 0, y: 0, width: 1280, height: 800) }

  func activate(_ id: UInt32, within limit: Duration) async throws(ScreenError) {
    let failure: ScreenError? = with { world in
      world.deeds.append(.activate(id))
      guard world.windows.contains(where: { $0.id == id }) else { return .windowGone }
      if let dialog = world.dialogs[id] { return .behindDialog(dialog.title) }
      world.active = id
      world.onActivate?(&world)
      return nil
    }
    if let failure { throw failure }
  }

  func dialog(over id: UInt32) async -> Window? { with { $0.dialogs[id] } }

  func coveringWindow(at point: Point, of id: UInt32) async -> Window? {
    with { $0.cover }
  }

  func capture(_ rect: Rect, longEdge: Int) async throws(ScreenError) -> Screenshot {
    with { $0.deeds.append(.capture(rect)) }
    return Screenshot(png: [1, 2, 3], width: rect.width / 2, height: rect.height / 2, source: rect)
  }
}

extension FakeDesktop: ProgramLauncher {
  func launch(_ name: String) async throws(LaunchError) {
    let isKnown = with { world in
      world.deeds.append(.launch(name))
      guard let change = world.onLaunch[name] else { return false }
      change(&world)
      return true
    }
    guard isKnown else { throw .unknownProgram(name) }
  }
}
