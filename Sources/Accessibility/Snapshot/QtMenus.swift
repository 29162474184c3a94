import Geometry
import MessageBus
import Outline

/// Keeps the items of Qt's context menus in the tree. Qt makes one accessible of an action, for the first menu in which
/// it is asked for it, and that is dead once its menu has closed for good: all later menus say nothing of the action.
struct QtMenus {
  /// Bar, menu, its items, a menu of theirs.
  private static let levels = 4
  private static let mostItems = 1_000

  let connection: Connection
  let deadline: ContinuousClock.Instant

  /// Has the accessibles made for the menus of the menu bar, which stay, before any context menu is asked.
  func keepItems(of nodes: [Node]) {
    var level = nodes.filter { $0.role == .menuBar }.map(\.id)
    for _ in 0..<Self.levels where !level.isEmpty && level.count <= Self.mostItems {
      var next: [NodeID] = []
      let batch = Batch(connection, until: deadline)
      for id in level { batch.add(.children(of: id)) { next += $0.child(0)?.references ?? [] } }
      batch.run()
      level = next
    }
  }

  /// The same with the items that an open menu shares with a closed one, which they give the place in, where they are
  /// in the open one.
  static func placed(_ nodes: [Node]) -> [Node] {
    let children = nodes.childPlaces
    var nodes = nodes
    for (place, menu) in nodes.enumerated() where menu.role == .popupMenu && menu.states.contains(.showing) {
      guard let area = menu.bounds else { continue }
      let items = children[place].filter { nodes[$0].bounds.map { !$0.isEmpty } ?? false }
      let heights = items.compactMap { nodes[$0].role == .separator ? nil : nodes[$0].bounds?.height }
      let margins = area.height - items.compactMap { nodes[$0].bounds?.height }.reduce(0, +)
      // Else one is missing, or they stand in several columns.
      guard margins >= 0, margins < heights.min() ?? 0 else { continue }
      var y = area.y + margins / 2
      for item in items {
        guard let bounds = nodes[item].bounds else { continue }
        if nodes[item].states.contains(.showing) {
          y = bounds.maxY
        } else {
          nodes[item].bounds = Rect(x: area.x, y: y, width: area.width, height: bounds.height)
          nodes[item].states.formUnion([.showing, .visible])
          nodes[item].interfaces.insert(.action)
          y += bounds.height
        }
      }
    }
    return nodes
  }
}
