import Commands
import Geometry
import Input

/// The input of a simulated Wayland desktop: no pointer, and keys where its portal gives them.
struct KeysByLeave: InputDriver {
  let desktop: FakeDesktop
  /// Why no keys can be had; nil where they can.
  let refusal: InputError?

  var hasPointer: Bool { false }
  var noticesPerson: Bool { false }

  func checkKeys() async throws(InputError) {
    if let refusal { throw refusal }
  }

  func gainKeys() async throws(InputError) {
    try await checkKeys()
    desktop.with { $0.leaveAsked += 1 }
  }

  func press(_ chord: Chord, times: Int) async throws(InputError) {
    try await checkKeys()
    try await desktop.press(chord, times: times)
  }

  func type(_ text: String) async throws(InputError) {
    try await checkKeys()
    try await desktop.type(text)
  }

  func paste(_ text: String) async throws(InputError) { try await type(text) }

  func validate(_ chord: Chord) async throws(InputError) { try await desktop.validate(chord) }

  func move(to point: Point) async throws(InputError) { throw .noPointer }

  func click(
    at point: Point, button: PointerButton, count: Int, modifiers: [Modifier]
  ) async throws(InputError) { throw .noPointer }

  func drag(from start: Point, to end: Point) async throws(InputError) { throw .noPointer }

  func scroll(at point: Point, direction: Direction, clicks: Int) async throws(InputError) { throw .noPointer }

  func pointerPosition() async throws(InputError) -> Point { throw .noPointer }

  func putPointerBack() async throws(InputError) {}

  func heldModifiers() async throws(InputError) -> Set<Modifier> { [] }

  func waitForFreeModifiers(within limit: Duration) async throws(InputError) -> Set<Modifier> { [] }

  func personHasActed() async -> Bool { false }

  func releaseEverything() async {}
}
