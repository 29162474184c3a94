import Geometry
import Outline

/// Tells what a person can see, as far as a single accessible says.
struct Visibility {
  /// The window and its popups on the screen.
  var areas: [Rect]
  var toolkit: Toolkit

  /// GTK 4.8 sets SHOWING on nothing but the window, and gives hidden widgets no size. Its bounds are not yet
  /// those on the screen while a tree is read.
  func isVisible(_ node: Node) -> Bool {
    guard let bounds = node.bounds else { return false }
    if toolkit.isGTK4 { return node.states.contains(.visible) }
    return node.states.contains(.showing) && areas.contains { $0.intersects(bounds) }
  }
}
