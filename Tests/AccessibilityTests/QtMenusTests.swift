import Geometry
import Outline
import Testing

@testable import Accessibility

/// A context menu of Qt, some items of which tell where they are in another menu.
@Suite struct QtMenusTests {
  private func node(_ path: String, parent: Int?, _ role: Role, _ bounds: Rect?, isShown: Bool = true) -> Node {
    Node(
      id: NodeID(bus: ":1.1", path: path), parent: parent, role: role, states: isShown ? [.showing, .visible] : [],
      bounds: bounds)
  }

  private var nodes: [Node] {
    [
      node("/menu", parent: nil, .popupMenu, Rect(x: 100, y: 50, width: 200, height: 81)),
      node("/cut", parent: 0, .menuItem, Rect(x: 0, y: 300, width: 90, height: 25), isShown: false),
      node("/hidden", parent: 0, .menuItem, nil, isShown: false),
      node("/line", parent: 0, .separator, Rect(x: 101, y: 76, width: 198, height: 4)),
      node("/copy", parent: 0, .menuItem, Rect(x: 0, y: 325, width: 90, height: 25), isShown: false),
      node("/paste", parent: 0, .menuItem, Rect(x: 101, y: 105, width: 198, height: 25)),
    ]
  }

  @Test func `they are placed between those that are its own`() {
    let placed = QtMenus.placed(nodes)
    #expect(placed[1].bounds == Rect(x: 100, y: 51, width: 200, height: 25))
    #expect(placed[4].bounds == Rect(x: 100, y: 80, width: 200, height: 25))
    for item in [placed[1], placed[4]] {
      #expect(item.states.isSuperset(of: [.showing, .visible]) && item.interfaces.contains(.action))
    }
    #expect([0, 2, 3, 5].allSatisfy { placed[$0] == nodes[$0] })
  }

  @Test func `a menu that says nothing of an item is left as it is`() {
    var nodes = nodes
    nodes[0].bounds?.height += 25
    #expect(QtMenus.placed(nodes) == nodes)
  }

  @Test func `a menu that is too low for its items is left as it is`() {
    var nodes = nodes
    nodes[0].bounds?.height = 60
    #expect(QtMenus.placed(nodes) == nodes)
  }

  @Test func `a closed menu is left as it is`() {
    var nodes = nodes
    nodes[0].states = []
    #expect(QtMenus.placed(nodes) == nodes)
  }
}
