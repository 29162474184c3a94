import Geometry
import Outline

/// Finds menus that are open in the middle of a window's tree, by the X windows they are drawn in, and makes
/// roots of them: nothing else can be used until they are closed.
enum OpenMenus {
  private static let slack = 12
  private static let roles: Set<Role> = [.menu, .popupMenu]

  static func hoisted(_ nodes: [Node], popups: [Rect]) -> [Node] {
    guard !popups.isEmpty else { return nodes }
    let children = nodes.childPlaces
    var nodes = nodes
    // Where the subtree ends that a menu already lifts, or that is a popup's own.
    var end = 0
    var open: [Int] = []
    for (place, node) in nodes.enumerated() {
      if node.parent == nil, isPopup(node.bounds, popups) { end = nodes.subtree(at: place).upperBound }
      guard roles.contains(node.role) else { continue }
      let items = children[place].filter { nodes[$0].states.contains(.visible) && nodes[$0].bounds != nil }
      let area = items.compactMap { nodes[$0].bounds }.reduce(nil as Rect?) { $0?.union($1) ?? $1 }
      guard isPopup(area, popups) else { continue }
      // GTK 2 says of no menu item that it is showing.
      for item in items { nodes[item].states.insert(.showing) }
      guard place >= end else { continue }
      end = nodes.subtree(at: place).upperBound
      open.append(place)
    }
    return nodes.hoisting(open)
  }

  private static func isPopup(_ area: Rect?, _ popups: [Rect]) -> Bool {
    guard let area else { return false }
    return popups.contains { area.isAbout($0, slack: slack) }
  }
}
