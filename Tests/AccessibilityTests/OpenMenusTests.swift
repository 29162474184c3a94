import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct OpenMenusTests {
  private let popup = Rect(x: 10, y: 40, width: 200, height: 60)

  private func node(_ path: String, parent: Int?, _ role: Role, _ bounds: Rect?, _ states: States = .visible) -> Node {
    Node(id: NodeID(bus: ":1.1", path: path), parent: parent, role: role, states: states, bounds: bounds)
  }

  /// A window with a menu bar of two menus, the first of them with two items.
  private var nodes: [Node] {
    [
      node("/window", parent: nil, .frame, Rect(x: 0, y: 0, width: 500, height: 400)),
      node("/bar", parent: 0, .menuBar, Rect(x: 0, y: 20, width: 500, height: 20)),
      node("/file", parent: 1, .menu, Rect(x: 0, y: 20, width: 40, height: 20)),
      node("/new", parent: 2, .menuItem, Rect(x: 11, y: 41, width: 198, height: 29)),
      node("/quit", parent: 2, .menuItem, Rect(x: 11, y: 70, width: 198, height: 29)),
      node("/edit", parent: 1, .menu, Rect(x: 40, y: 20, width: 40, height: 20)),
    ]
  }

  @Test func anOpenMenuComesFirstAndItsItemsShow() {
    let hoisted = OpenMenus.hoisted(nodes, popups: [popup])
    #expect(hoisted.map(\.id.path) == ["/file", "/new", "/quit", "/window", "/bar", "/edit"])
    #expect(hoisted.map(\.parent) == [nil, 0, 0, nil, 3, 4])
    #expect(hoisted[1].states.contains(.showing))
  }

  @Test func aClosedMenuStaysWhereItIs() {
    #expect(OpenMenus.hoisted(nodes, popups: []) == nodes)
    #expect(OpenMenus.hoisted(nodes, popups: [Rect(x: 300, y: 40, width: 200, height: 60)]) == nodes)
  }

  @Test func aPopupThatIsARootAlreadyKeepsItsMenu() {
    let nodes = [
      node("/popup", parent: nil, .window, popup),
      node("/menu", parent: 0, .menu, popup),
      node("/item", parent: 1, .menuItem, popup),
    ]
    #expect(OpenMenus.hoisted(nodes, popups: [popup]).map(\.parent) == [nil, 0, 1])
  }

  @Test func cellsGoBelowTheirContainer() {
    let cell = node("/cell", parent: nil, .tableCell, nil)
    let part = node("/part", parent: 0, .image, nil)
    let result = nodes.inserting([1: [cell, part]])
    #expect(result.map(\.id.path) == ["/window", "/bar", "/cell", "/part", "/file", "/new", "/quit", "/edit"])
    #expect(result.map(\.parent) == [nil, 0, 1, 2, 1, 4, 4, 1])
  }
}
