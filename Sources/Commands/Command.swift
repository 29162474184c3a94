import Geometry

/// One line of the command language.
package enum Command: Sendable, Hashable {
  case click(ClickKind, Target, modifiers: [Modifier])
  /// `check` (true) and `uncheck` (false): sets the state, whatever it was.
  case check(Ref, Bool)
  /// Inserts at the caret of a field, or of the focus where there is no ref.
  case type(Ref?, String, enter: Bool)
  /// Replaces what a field, slider or spin button holds.
  case set(Ref, String)
  case key(Chord)
  case select(Selection)
  /// An item by its path of titles, from the window's menu bar or an element's context menu.
  case menu([String], of: Ref?)
  case scroll(Ref?, Direction, Distance)
  /// One or more items onto another element.
  case drag([Ref], to: Ref)
  case window(String)
  case open(String)
  case wait(String, seconds: Int?)
  case gone(String, seconds: Int?)
  case find(String)
  case expand(Ref)
  /// A document's text in pages, from a character offset.
  case read(Ref, from: Int)
  case look(Ref?)
  case ask(String)
  case done(String)
  case fail(String)
}

package enum ClickKind: String, Sendable, CaseIterable {
  case click, double, right, middle, hover
}

/// What a click aims at: an element, or a point in the last picture of a region.
package enum Target: Sendable, Hashable {
  case element(Ref)
  case point(in: Ref?, Point)
}

package enum Selection: Sendable, Hashable {
  case items([Ref])
  /// An item by its name, or text in a document.
  case named(String, in: Ref)
}

/// How far to scroll.
package enum Distance: Sendable, Hashable {
  /// By so many clicks of the wheel.
  case clicks(Int)
  /// Until this text comes into view.
  case until(String)
}

package enum Direction: String, Sendable, CaseIterable {
  case up, down, left, right
}
