import Geometry
import Outline

extension Rect {
  /// Whether both are the same thing's, up to `slack` pixels of borders on each side.
  func isAbout(_ other: Rect, slack: Int) -> Bool {
    abs(x - other.x) <= slack && abs(y - other.y) <= slack
      && abs(maxX - other.maxX) <= slack && abs(maxY - other.maxY) <= slack
  }

  /// The smallest rectangle around both.
  func union(_ other: Rect) -> Rect {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  func inset(by insets: Insets) -> Rect {
    Rect(
      x: x + insets.left, y: y + insets.top, width: width - insets.left - insets.right,
      height: height - insets.top - insets.bottom)
  }

  func shifted(by offset: Point) -> Rect {
    Rect(x: x + offset.x, y: y + offset.y, width: width, height: height)
  }
}
