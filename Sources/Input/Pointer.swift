import CX11
import CXdo
import Geometry
import Glibc
import X11

/// Moves the pointer and presses its buttons through libxdo, and remembers which it holds.
final class Pointer {
  private let connection: XConnection
  private let xdo: UnsafeMutablePointer<xdo_t>
  private let watch: PersonWatch?
  private let guardian: Guardian?
  private var held: [Int32] = []
  /// Where a person had left it before it was moved, and where it was moved to.
  private var found: Point?
  private var left: Point?

  /// Without a target window libxdo uses XTEST; what it sends to a window itself most programs ignore.
  private let noWindow: XID = 0

  /// Nil where libxdo cannot use the connection.
  init?(connection: XConnection, watch: PersonWatch?, guardian: Guardian?) {
    guard let xdo = xdo_new_with_opened_display(connection.display, nil, 0) else { return nil }
    self.connection = connection
    self.watch = watch
    self.guardian = guardian
    self.xdo = xdo
  }

  deinit {
    xdo_free(xdo)
  }

  func location() throws(InputError) -> Point {
    var x: Int32 = 0
    var y: Int32 = 0
    var screen: Int32 = 0
    guard xdo_get_mouse_location(xdo, &x, &y, &screen) == 0, !connection.isLost else { throw .displayLost }
    return Point(x: Int(x), y: Int(y))
  }

  /// Moves the pointer there in two moves: a menu of Qt takes no notice of the first one over it, and GTK 4 of the first
  /// one to where a popover has just gone, so that a click there would miss.
  func approach(_ point: Point) throws(InputError) {
    try checkIsOnScreen(point)
    try move(to: Point(x: point.x > 0 ? point.x - 1 : point.x + 1, y: point.y))
    usleep(Pace.beforeArrival)
    try move(to: point)
  }

  /// Moves the pointer and makes sure that it is there.
  func move(to point: Point) throws(InputError) {
    try checkIsOnScreen(point)
    let screen = XDefaultScreen(connection.display)
    let here = try location()
    if here != left { found = here }
    let attempts = 3
    for _ in 1...attempts {
      xdo_move_mouse(xdo, Int32(point.x), Int32(point.y), screen)
      // A window manager that looks at a click first holds the pointer where it is until it has.
      guard wait(upTo: Self.holdLimit, until: { (try? location()) == point }) else { continue }
      left = point
      return
    }
    throw .pointerMoved
  }

  private func checkIsOnScreen(_ point: Point) throws(InputError) {
    let screen = XDefaultScreen(connection.display)
    let size = (width: XDisplayWidth(connection.display, screen), height: XDisplayHeight(connection.display, screen))
    guard (0..<Int(size.width)).contains(point.x), (0..<Int(size.height)).contains(point.y) else {
      throw .outsideScreen(point)
    }
  }

  private static let holdLimit = Duration.milliseconds(200)

  /// Moves the pointer back to where a person had left it, unless they have moved it since.
  func putBack() throws(InputError) {
    guard let found, let left, try location() == left else { return }
    try move(to: found)
    (self.found, self.left) = (nil, nil)
  }

  func press(_ button: Int32) {
    held.append(button)
    watch?.willSend(.button(UInt8(button)))
    guardian?.held.buttons.insert(UInt8(button))
    xdo_mouse_down(xdo, noWindow, button)
  }

  func release(_ button: Int32) {
    held.removeAll { $0 == button }
    xdo_mouse_up(xdo, noWindow, button)
  }

  func releaseEverything() {
    held.reversed().forEach(release)
    XSync(connection.display, False)
  }
}
