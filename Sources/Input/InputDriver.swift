import Commands
import Geometry

/// Moves the pointer and presses keys as a person would. Whatever it holds down it lets go of again, also on an error.
package protocol InputDriver: Sendable {
  /// False where the desktop lets programs have no pointer, so that all that needs one fails.
  var hasPointer: Bool { get }
  /// Fails where no key can be pressed, as far as can be told without asking the person.
  func checkKeys() async throws(InputError)
  /// Makes sure that keys can be pressed. Where the desktop has the person asked for leave, it waits for the answer.
  func gainKeys() async throws(InputError)
  func move(to point: Point) async throws(InputError)
  /// Clicks `count` times in quick succession at one place: twice is a double click.
  func click(at point: Point, button: PointerButton, count: Int, modifiers: [Modifier]) async throws(InputError)
  /// Presses the left button at one place and releases it at another, slowly enough for a drop to be accepted.
  func drag(from start: Point, to end: Point) async throws(InputError)
  /// Turns the wheel over a place by a number of notches.
  func scroll(at point: Point, direction: Direction, clicks: Int) async throws(InputError)
  /// Fails where a key of the chord has a name that X does not know. Presses nothing.
  func validate(_ chord: Chord) async throws(InputError)
  func press(_ chord: Chord, times: Int) async throws(InputError)
  /// Types into whatever has the keyboard focus. A newline presses Return, a tab presses Tab.
  func type(_ text: String) async throws(InputError)
  /// Puts the pointer back to where it was found, unless somebody else has moved it since.
  func putPointerBack() async throws(InputError)
  /// Has a Qt program paste a text where the keyboard focus is. The clipboard is left alone: the text is offered as
  /// what is selected with the mouse, which Qt pastes with Ctrl, Shift and Insert.
  func paste(_ text: String) async throws(InputError)
  func pointerPosition() async throws(InputError) -> Point
  /// The modifier keys that are down now, whoever holds them.
  func heldModifiers() async throws(InputError) -> Set<Modifier>
  /// Waits until nobody holds a modifier key. Those still down when the time is up are let go of for good,
  /// because pressing them again later would leave them stuck; they are the result.
  @discardableResult
  func waitForFreeModifiers(within limit: Duration) async throws(InputError) -> Set<Modifier>
  /// Whether `personHasActed` can tell: it was asked for, and the display lets it.
  var noticesPerson: Bool { get }
  /// Whether somebody else has used the mouse or the keyboard since this was last asked. Typing stops at once then.
  func personHasActed() async -> Bool
  /// Lets go of every key and button this driver holds, and takes back what it changed on the keyboard.
  func releaseEverything() async
}

package enum PointerButton: String, Sendable, CaseIterable {
  case left, middle, right
}
