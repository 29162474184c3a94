import Agent
import Geometry
import Input
import Outline
import Synchronization

/// A simulated desktop behind the protocols of a real one; its time passes at once.
final class FakeDesktop: Sendable {
  private let world: Mutex<World>

  /// With a window of an editor that shows `parts`.
  init(_ parts: [Part]?) {
    var world = World()
    world.open(.editor, parts)
    self.world = Mutex(world)
  }

  /// Looks at the world, or changes it.
  @discardableResult
  func with<Value: Sendable>(_ body: (inout World) -> Value) -> Value {
    world.withLock { body(&$0) }
  }

  var deeds: [World.Deed] { with { $0.deeds } }

  var desktop: Desktop {
    Desktop(windows: self, accessibility: self, input: self, clipboard: self, launcher: self, time: self)
  }
}

extension Window {
  static let editor = Window(
    id: 1, pid: 100, title: "Editor", program: "editor", bounds: Rect(x: 100, y: 50, width: 800, height: 700))
  /// Another window of the same program.
  static let question = Window(
    id: 2, pid: 100, title: "Question", program: "editor", bounds: Rect(x: 200, y: 150, width: 400, height: 300))
  func titled(_ title: String) -> Window {
    Window(id: id, pid: pid, title: title, program: program, bounds: bounds)
  }

  /// A window of another program.
  static let bank = Window(
    id: 3, pid: 200, title: "Bank", program: "bank", bounds: Rect(x: 0, y: 0, width: 800, height: 700))
}

extension FakeDesktop: Timekeeper {
  var now: ContinuousClock.Instant { with { $0.now } }

  func sleep(for duration: Duration) async {
    with { $0.pass(duration) }
    await Task.yield()
  }
}

extension FakeDesktop: PersonalClipboard {
  func copies() async -> Int { with { $0.copies } }

  func content() async -> ClipboardContent? {
    with { world in
      world.clipboardReads += 1
      return world.clipboard
    }
  }

  func putBack(_ content: ClipboardContent) async {
    with { $0.clipboardPutBack.append(content) }
  }
}
