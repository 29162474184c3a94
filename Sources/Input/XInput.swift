import CX11
import Commands
import Concurrency
import Geometry
import Glibc
import X11

/// The pointer and the keyboard of one X display, driven through XTEST.
package actor XInput: InputDriver {
  private let executor = QueueExecutor(label: "fazm-linux.input")
  let connection: XConnection
  let displayName: String
  let pointer: Pointer
  let keyboard: Keyboard
  private let watch: PersonWatch?
  private let guardian: Guardian?
  package nonisolated let noticesPerson: Bool
  package nonisolated let hasPointer = true
  /// Set where a person was seen in the middle of something.
  private var sawPerson = false
  private var lastClick: (point: Point, time: ContinuousClock.Instant)?

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Connects to a display such as `:0`, or to the one that `DISPLAY` names, and with `noticingPerson` looks out for
  /// what somebody else does with the mouse or the keyboard.
  ///
  /// `guardian` is a program that runs ``GuardianProcess`` and lets go of what is held when this process is killed.
  package static func connect(
    display: String? = nil, noticingPerson: Bool = false, guardian: String? = nil
  ) throws(InputError) -> XInput {
    try XInput(display: display, noticingPerson, guardian)
  }

  private init(display: String?, _ noticingPerson: Bool, _ program: String?) throws(InputError) {
    let wanted = display ?? getenv("DISPLAY").map { String(cString: $0) }
    guard let connection = XConnection(display: display) else { throw .noDisplay(wanted) }
    var numbers: (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard XTestQueryExtension(connection.display, &numbers.0, &numbers.1, &numbers.2, &numbers.3) != 0 else {
      throw .noXTest
    }
    displayName = String(cString: XDisplayString(connection.display))
    watch = noticingPerson ? PersonWatch(display: displayName) : nil
    noticesPerson = watch != nil
    guardian = program.map { [displayName] in Guardian(program: $0, display: displayName) }
    guard let pointer = Pointer(connection: connection, watch: watch, guardian: guardian) else {
      throw .noDisplay(wanted)
    }
    self.connection = connection
    self.pointer = pointer
    keyboard = Keyboard(connection: connection, watch: watch, guardian: guardian)
  }

  package func pointerPosition() throws(InputError) -> Point {
    try checkConnection()
    return try pointer.location()
  }

  package func move(to point: Point) throws(InputError) {
    try checkConnection()
    try pointer.approach(point)
  }

  package func putPointerBack() throws(InputError) {
    try checkConnection()
    try pointer.putBack()
  }

  package func click(
    at point: Point, button: PointerButton, count: Int, modifiers: [Modifier]
  ) throws(InputError) {
    try checkConnection()
    try pointer.approach(point)
    pauseAfterClick(near: point)
    let keymap = modifiers.isEmpty ? nil : try readKeymap()
    defer { releaseEverything() }
    if let keymap { try hold(modifiers, keymap) }
    guard try pointer.location() == point else { throw .pointerMoved }
    for click in 0..<count {
      if click > 0 { usleep(Pace.betweenClicks) }
      pointer.press(button.number)
      pointer.release(button.number)
    }
    lastClick = (point, .now)
    try checkConnection()
  }

  package func drag(from start: Point, to end: Point) throws(InputError) {
    try checkConnection()
    try pointer.approach(start)
    pauseAfterClick(near: start)
    defer { releaseEverything() }
    pointer.press(PointerButton.left.number)
    for point in DragPath(from: start, to: end).points {
      usleep(Pace.betweenDragSteps)
      try pointer.move(to: point)
    }
    usleep(Pace.beforeDrop)
    pointer.release(PointerButton.left.number)
    try checkConnection()
  }

  package func scroll(at point: Point, direction: Direction, clicks: Int) throws(InputError) {
    try checkConnection()
    try pointer.approach(point)
    defer { releaseEverything() }
    for _ in 0..<clicks {
      pointer.press(direction.wheelButton)
      pointer.release(direction.wheelButton)
    }
    try checkConnection()
  }

  package func releaseEverything() {
    guard !connection.isLost else { return }
    pointer.releaseEverything()
    keyboard.releaseEverything()
    // Only now that the server has it all: until then the guardian has to think that everything is held.
    guardian?.held = HeldInput()
  }

  package func personHasActed() -> Bool {
    defer { sawPerson = false }
    return seesPerson() || sawPerson
  }

  /// Stops what is under way where a person has acted since `personHasActed` was last asked.
  func giveWay() throws(InputError) {
    sawPerson = sawPerson || seesPerson()
    if sawPerson { throw .personActed }
  }

  private func seesPerson() -> Bool {
    guard let watch, connection.attempt({}) != nil else { return false }
    return watch.hasSeenPerson()
  }

  func checkConnection() throws(InputError) {
    guard connection.attempt({}) != nil else { throw .displayLost }
  }

  /// Two commands that click one place are two clicks, not a double click.
  private func pauseAfterClick(near point: Point) {
    guard let lastClick, abs(lastClick.point.x - point.x) < Pace.doubleClickDistance,
      abs(lastClick.point.y - point.y) < Pace.doubleClickDistance
    else { return }
    let rest = lastClick.time + Pace.doubleClickTime - .now
    if rest > .zero { usleep(UInt32(rest / .microseconds(1))) }
  }
}

extension PointerButton {
  fileprivate var number: Int32 {
    switch self {
    case .left: 1
    case .middle: 2
    case .right: 3
    }
  }
}

extension Direction {
  /// X reports each notch of the wheel as a click of one of these buttons.
  fileprivate var wheelButton: Int32 {
    switch self {
    case .up: 4
    case .down: 5
    case .left: 6
    case .right: 7
    }
  }
}
