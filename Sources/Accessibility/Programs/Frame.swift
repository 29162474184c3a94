import Geometry
import Outline

/// A top-level accessible of a program: a window, a dialog, or a popup that has a window of its own.
struct Frame: Equatable {
  var id: NodeID
  var role: Role
  var states: States
  var name: String
  /// On the screen, where the toolkit knows its place there.
  var bounds: Rect?
}
