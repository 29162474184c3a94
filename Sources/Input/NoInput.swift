import Commands
import Geometry

/// Stands for the pointer and the keyboard of a desktop that lets programs have neither, and refuses whatever needs them.
package struct NoInput: InputDriver {
  package init() {}

  package var isWithinReach: Bool { false }
  package var noticesPerson: Bool { false }

  package func move(to point: Point) async throws(InputError) { throw .outOfReach }

  package func click(
    at point: Point, button: PointerButton, count: Int, modifiers: [Modifier]
  ) async throws(InputError) { throw .outOfReach }

  package func drag(from start: Point, to end: Point) async throws(InputError) { throw .outOfReach }

  package func scroll(at point: Point, direction: Direction, clicks: Int) async throws(InputError) {
    throw .outOfReach
  }

  package func validate(_ chord: Chord) async throws(InputError) { throw .outOfReach }

  package func press(_ chord: Chord, times: Int) async throws(InputError) { throw .outOfReach }

  package func type(_ text: String) async throws(InputError) { throw .outOfReach }

  package func paste(_ text: String) async throws(InputError) { throw .outOfReach }

  package func putPointerBack() async throws(InputError) {}

  package func pointerPosition() async throws(InputError) -> Point { throw .outOfReach }

  package func heldModifiers() async throws(InputError) -> Set<Modifier> { [] }

  package func waitForFreeModifiers(within limit: Duration) async throws(InputError) -> Set<Modifier> {
    throw .outOfReach
  }

  package func personHasActed() async -> Bool { false }

  package func releaseEverything() async {}
}
