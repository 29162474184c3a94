import Geometry
import Outline

/// Puts bounds right that a toolkit gives relative to something else than the screen.
struct Placement {
  let window: Window
  let popups: [Window]
  let toolkit: Toolkit

  func placed(_ nodes: [Node]) -> [Node] {
    if toolkit.isGTK4 { return placedByGTK4(nodes) }
    if toolkit.isGTK2 { return placedInScrolledViews(nodes) }
    return placedBelowMenuBar(nodes)
  }

  /// GTK 4 counts from the content of the window, which lies inside its shadow or its border. What is in a
  /// popover counts from the popover's parent, so that only its X window tells where it is.
  private func placedByGTK4(_ nodes: [Node]) -> [Node] {
    var offsets = [Point](repeating: Point(x: 0, y: 0), count: nodes.count)
    for (place, node) in nodes.enumerated() {
      if let parent = node.parent {
        offsets[place] = popoverOffset(of: node) ?? offsets[parent]
      } else {
        offsets[place] = contentOrigin(of: node)
      }
    }
    return zip(nodes, offsets).map { node, offset in
      var node = node
      node.bounds = node.bounds?.shifted(by: offset)
      return node
    }
  }

  private func contentOrigin(of root: Node) -> Point {
    if let shadow = window.shadow {
      return Point(x: window.bounds.x + shadow.left, y: window.bounds.y + shadow.top)
    }
    guard let bounds = root.bounds else { return Point(x: window.bounds.x, y: window.bounds.y) }
    return Point(
      x: window.bounds.x + (window.bounds.width - bounds.width) / 2,
      y: window.bounds.y + (window.bounds.height - bounds.height) / 2)
  }

  /// The window of a tool tip may be as large as what it tells about, which is no popover.
  private func popoverOffset(of node: Node) -> Point? {
    guard let bounds = node.bounds, Self.popoverRoles.contains(node.role) else { return nil }
    let areas = popups.map { popup in popup.shadow.map { popup.bounds.inset(by: $0) } ?? popup.bounds }
    let area = areas.first { abs($0.width - bounds.width) <= 2 && abs($0.height - bounds.height) <= 2 }
    return area.map { Point(x: $0.x - bounds.x, y: $0.y - bounds.y) }
  }

  private static let popoverRoles: Set<Role> = [
    .dialog, .filler, .grouping, .menu, .panel, .popupMenu, .unknown, .window,
  ]

  /// LibreOffice forgets its menu bar: what it draws below a root pane is reported too high by its height. Where
  /// it is right the pane lies where the panel around it does.
  private func placedBelowMenuBar(_ nodes: [Node]) -> [Node] {
    var placed = nodes
    for (place, node) in nodes.enumerated() where node.role == .rootPane {
      guard let parent = node.parent, let outer = nodes[parent].bounds, let inner = node.bounds, outer.y > inner.y
      else { continue }
      let offset = outer.y - inner.y
      var native: Range<Int>?
      for below in nodes.subtree(at: place) where native?.contains(below) != true {
        if isNative(below, in: nodes, below: offset) {
          native = nodes.subtree(at: below)
        } else {
          placed[below].bounds = placed[below].bounds?.shifted(by: Point(x: 0, y: offset))
        }
      }
    }
    hideUnplacedMenuBars(&placed)
    return placed
  }

  /// A GTK widget inside is reported right, so that it seems to lie below the panel that it fills, or is too high for.
  private func isNative(_ place: Int, in nodes: [Node], below offset: Int) -> Bool {
    guard let bounds = nodes[place].bounds, let parent = nodes[place].parent,
      let panel = nodes[parent].bounds?.shifted(by: Point(x: 0, y: offset))
    else { return false }
    return (bounds.x, bounds.y, bounds.width) == (panel.x, panel.y, panel.width) && bounds.height >= panel.height
  }

  /// LibreOffice has a second menu bar that is drawn nowhere, although its menus claim a place.
  private func hideUnplacedMenuBars(_ nodes: inout [Node]) {
    for place in nodes.indices where nodes[place].role == .menuBar && nodes[place].bounds == nil {
      for below in nodes.subtree(at: place) { nodes[below].bounds = nil }
    }
  }
}
