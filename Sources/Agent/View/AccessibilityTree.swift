import Accessibility
import Outline

/// Reads programs through their accessible trees, and acts on single accessibles.
///
/// What a program answers to an action is only its word; whether it had an effect shows in the next snapshot.
package protocol AccessibilityTree: Sendable {
  func snapshot(of window: Window, popups: [Window], limit: Duration) async throws(AccessibilityError) -> Snapshot
  /// What was last read of `window`, with what else is called like `match` in pages that are too long to be read whole;
  /// nil where all was read before.
  func snapshot(of window: Window, finding match: NameMatch, limit: Duration) async -> Snapshot?
  /// How often the program of `window` has told of a change so far. From the first question on programs are asked to
  /// tell; not all do, nor of everything. Asks the program nothing.
  func changes(in window: Window) async -> Int
  /// The accessible as it is now; nil once it is gone.
  func node(_ id: NodeID) async throws(AccessibilityError) -> Node?
  /// Does what a click would do, by the action that is known to be like one.
  @discardableResult func press(_ id: NodeID) async throws(AccessibilityError) -> Answer
  /// The keyboard shortcut of a menu item in its toolkit's own form; empty where it tells none.
  func keyBinding(of id: NodeID) async throws(AccessibilityError) -> String
  @discardableResult func focus(_ id: NodeID) async throws(AccessibilityError) -> Answer
  @discardableResult func setText(_ text: String, of id: NodeID) async throws(AccessibilityError) -> Answer
  @discardableResult func setValue(_ value: Double, of id: NodeID) async throws(AccessibilityError) -> Answer
  @discardableResult func insertText(
    _ text: String, into id: NodeID, at offset: Int?
  ) async throws(AccessibilityError) -> Answer
  @discardableResult func select(_ item: NodeID) async throws(AccessibilityError) -> Answer
  @discardableResult func addToSelection(_ item: NodeID) async throws(AccessibilityError) -> Answer
  @discardableResult func scrollIntoView(_ id: NodeID) async throws(AccessibilityError) -> Answer
  /// Selects the characters of `range` in a text.
  @discardableResult func selectText(_ range: Range<Int>, in id: NodeID) async throws(AccessibilityError) -> Answer
  /// What is selected in a text; empty where nothing is.
  func selectedText(of id: NodeID) async throws(AccessibilityError) -> String
  /// The text of one accessible, where placeholders stand for those in it.
  func text(of id: NodeID, from start: Int, count: Int) async throws(AccessibilityError) -> TextPage
  /// The same with the texts of those in their places, for a person to read.
  func page(of id: NodeID, from start: Int, count: Int) async throws(AccessibilityError) -> TextPage
}

extension Accessibility: AccessibilityTree {}
