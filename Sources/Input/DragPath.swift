import Geometry

/// Where the pointer goes while it drags: a short way first, so that the program notices that a drag
/// begins, then evenly, then a step around the end, because some programs accept a drop only after
/// the pointer has moved over the place.
struct DragPath {
  var points: [Point]

  init(from start: Point, to end: Point) {
    let steps = 16
    let line = (1...steps).map { step in
      Point(x: start.x + (end.x - start.x) * step / steps, y: start.y + (end.y - start.y) * step / steps)
    }
    let threshold = 9
    let nudge = Point(
      x: start.x + (end.x - start.x).signum() * min(threshold, abs(end.x - start.x)),
      y: start.y + (end.y - start.y).signum() * min(threshold, abs(end.y - start.y)))
    let beside = Point(x: end.x + (start.x - end.x).signum(), y: end.y + (start.y - end.y).signum())
    points = [nudge] + line + [beside, end]
  }
}
