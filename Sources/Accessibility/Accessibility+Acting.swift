import Outline

/// Each of these throws `gone` where the accessible no longer exists, `unsupported` where it does not offer
/// what is asked, and `refused` where its program fails at it. What they answer is the program's word only.
extension Accessibility {
  /// The names of an accessible's actions, in the program's words.
  package func actions(of id: NodeID) throws(AccessibilityError) -> [String] {
    try performer.actions(of: live(id))
  }

  package func perform(_ action: String, on id: NodeID) throws(AccessibilityError) -> Answer {
    try performer.perform(action, on: live(id))
  }

  /// Does what a click would do, by the action that is known to be like one.
  package func press(_ id: NodeID) throws(AccessibilityError) -> Answer {
    try performer.press(live(id))
  }

  /// The keyboard shortcut of what a click would do, in the toolkit's own form; empty where it tells none.
  package func keyBinding(of id: NodeID) throws(AccessibilityError) -> String {
    try performer.keyBinding(of: live(id))
  }

  package func focus(_ id: NodeID) throws(AccessibilityError) -> Answer {
    try performer.focus(live(id))
  }

  package func scrollIntoView(_ id: NodeID) throws(AccessibilityError) -> Answer {
    try performer.scrollIntoView(live(id))
  }

  package func setValue(_ value: Double, of id: NodeID) throws(AccessibilityError) -> Answer {
    try performer.setValue(value, of: live(id))
  }

  /// At most `count` characters from `start`; never of a password field.
  package func text(of id: NodeID, from start: Int = 0, count: Int) throws(AccessibilityError) -> TextPage {
    try performer.text(of: live(id), from: start, count: count)
  }

  /// The same of all that an accessible shows as one text, such as a web page, whose parts are accessibles of their own.
  package func page(of id: NodeID, from start: Int = 0, count: Int) throws(AccessibilityError) -> TextPage {
    try performer.page(of: live(id), from: start, count: count)
  }

  /// Replaces all that a field holds.
  package func setText(_ text: String, of id: NodeID) throws(AccessibilityError) -> Answer {
    try performer.setText(text, of: live(id))
  }

  /// Inserts at `offset`, counted in characters, or at the caret.
  package func insertText(
    _ text: String, into id: NodeID, at offset: Int? = nil
  ) throws(AccessibilityError) -> Answer {
    try performer.insertText(text, into: live(id), at: offset)
  }

  package func setCaret(at offset: Int, in id: NodeID) throws(AccessibilityError) -> Answer {
    try performer.setCaret(at: offset, in: live(id))
  }

  /// What is selected in a text; empty where nothing is.
  package func selectedText(of id: NodeID) throws(AccessibilityError) -> String {
    try performer.selectedText(of: live(id))
  }

  /// Selects the characters of a range, and nothing else.
  package func selectText(_ range: Range<Int>, in id: NodeID) throws(AccessibilityError) -> Answer {
    try performer.selectText(range, in: live(id))
  }

  /// Selects an item of a list, a table or a tree, and nothing else.
  package func select(_ item: NodeID) throws(AccessibilityError) -> Answer {
    try performer.select(live(item))
  }

  package func addToSelection(_ item: NodeID) throws(AccessibilityError) -> Answer {
    try performer.addToSelection(live(item))
  }

  package func clearSelection(of container: NodeID) throws(AccessibilityError) -> Answer {
    try performer.clearSelection(of: container)
  }

  private func live(_ id: NodeID) throws(AccessibilityError) -> NodeID { try performer.live(id) }

  var performer: Performer { Performer(connection: connection) }
}
