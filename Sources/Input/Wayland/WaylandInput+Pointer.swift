import Commands
import Geometry

/// What a Wayland session keeps from programs.
extension WaylandInput {
  package func move(to point: Point) throws(InputError) { throw .noPointer }

  package func click(
    at point: Point, button: PointerButton, count: Int, modifiers: [Modifier]
  ) throws(InputError) { throw .noPointer }

  package func drag(from start: Point, to end: Point) throws(InputError) { throw .noPointer }

  package func scroll(at point: Point, direction: Direction, clicks: Int) throws(InputError) { throw .noPointer }

  package func pointerPosition() throws(InputError) -> Point { throw .noPointer }

  package func putPointerBack() {}

  /// Nobody is told which keys a person holds.
  package func heldModifiers() -> Set<Modifier> { [] }

  package func waitForFreeModifiers(within limit: Duration) -> Set<Modifier> { [] }

  package func personHasActed() -> Bool { false }
}
