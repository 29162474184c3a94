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
      let isOpenMenu = roles.contains(node.role) && showItems(children[place], of: &nodes, popups)
      guard place >= end, isOpenMenu || node.parent != nil && isPopup(node.bounds, popups) else { continue }
      end = nodes.subtree(at: place).upperBound
      open.append(place)
    }
    return nodes.hoisting(open)
  }

  /// Whether a menu's items fill a popup. GTK 2 says of none of them that it is showing.
  private static func showItems(_ children: [Int], of nodes: inout [Node], _ popups: [Rect]) -> Bool {
    let items = children.filter { nodes[$0].states.contains(.visible) && nodes[$0].bounds != nil }
    let area = items.compactMap { nodes[$0].bounds }.reduce(nil as Rect?) { $0?.union($1) ?? $1 }
    guard isPopup(area, popups) else { return false }
    for item in items { nodes[item].states.insert(.showing) }
    return true
  }

  private static func isPopup(_ area: Rect?, _ popups: [Rect]) -> Bool {
    guard let area else { return false }
    return popups.contains { area.isAbout($0, slack: slack) }
  }
}
