import Geometry
import Outline

extension Placement {
  /// GTK 2 icon views report where an icon would be if nothing were scrolled, and no place at all for those out of
  /// view. The scroll bars beside the view say how far it is scrolled; an icon without a place is put as far above
  /// or below the view as one can scroll, by whether it comes before or after those in view.
  func placedInScrolledViews(_ nodes: [Node]) -> [Node] {
    var placed = nodes
    let icons = nodes.indices.filter { nodes[$0].role == .icon && nodes[$0].parent != nil }
    for (parent, members) in Dictionary(grouping: icons, by: { nodes[$0].parent ?? 0 }) {
      guard let view = nodes[parent].bounds, let first = members.first(where: { nodes[$0].bounds != nil }) else {
        continue
      }
      let range = ScrollRange(beside: parent, in: nodes)
      for index in members {
        placed[index].bounds =
          nodes[index].bounds?.shifted(by: Point(x: -range.x, y: -range.y))
          ?? Rect(
            x: view.x, y: index < first ? view.y - range.y : view.maxY + range.below, width: view.width, height: 1)
      }
    }
    return placed
  }
}

/// How far a view is scrolled, in pixels, and how much further down it goes.
private struct ScrollRange {
  var x = 0
  var y = 0
  var below = 0

  init(beside view: Int, in nodes: [Node]) {
    guard let pane = nodes[view].parent else { return }
    for bar in nodes where bar.parent == pane && bar.role == .scrollBar {
      guard let value = bar.value else { continue }
      if bar.states.contains(.vertical) {
        y = Int(value.current.rounded())
        below = max(0, Int((value.maximum - value.current).rounded()))
      } else {
        x = Int(value.current.rounded())
      }
    }
  }
}
