import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct PlacementTests {
  private let gtk4 = Toolkit(name: "GTK", version: "4.8.3")
  private let gtk3 = Toolkit(name: "gtk", version: "3.24.38")

  private func window(_ bounds: Rect, shadow: Insets? = nil) -> Window {
    Window(id: 1, pid: 7, title: "", program: "", bounds: bounds, shadow: shadow)
  }

  private func node(_ path: String, parent: Int?, _ bounds: Rect?, role: Role = .panel) -> Node {
    Node(id: NodeID(bus: ":1.1", path: path), parent: parent, role: role, bounds: bounds)
  }

  @Test func gtk4CountsFromInsideTheBorder() {
    let nodes = [
      node("/1", parent: nil, Rect(x: 0, y: 0, width: 1332, height: 790)),
      node("/2", parent: 0, Rect(x: 1164, y: 5, width: 36, height: 34)),
    ]
    let placed = Placement(
      window: window(Rect(x: 0, y: 0, width: 1342, height: 800)), popups: [], toolkit: gtk4
    ).placed(nodes)
    #expect(placed[1].bounds == Rect(x: 1169, y: 10, width: 36, height: 34))
  }

  @Test func gtk4CountsFromInsideTheShadow() {
    let shadow = Insets(left: 20, right: 20, top: 15, bottom: 25)
    let nodes = [node("/1", parent: nil, Rect(x: 0, y: 0, width: 400, height: 300))]
    let placed = Placement(
      window: window(Rect(x: 50, y: 60, width: 440, height: 340), shadow: shadow), popups: [], toolkit: gtk4
    ).placed(nodes)
    #expect(placed[0].bounds == Rect(x: 70, y: 75, width: 400, height: 300))
  }

  @Test func gtk4PopoverIsWhereItsWindowIs() {
    let popup = window(Rect(x: 1042, y: 42, width: 241, height: 287))
    let nodes = [
      node("/1", parent: nil, Rect(x: 0, y: 0, width: 1332, height: 790)),
      node("/2", parent: 0, Rect(x: 1164, y: 5, width: 241, height: 287), role: .menu),
      node("/3", parent: 1, Rect(x: 1205, y: 25, width: 60, height: 20), role: .menuItem),
    ]
    let placed = Placement(
      window: window(Rect(x: 0, y: 0, width: 1342, height: 800)), popups: [popup], toolkit: gtk4
    ).placed(nodes)
    #expect(placed[1].bounds == popup.bounds)
    #expect(placed[2].bounds == Rect(x: 1083, y: 62, width: 60, height: 20))
  }

  @Test func aToolTipAsLargeAsAMenuItemDoesNotMoveTheItem() {
    let popover = window(Rect(x: 616, y: 24, width: 194, height: 288))
    let tip = window(Rect(x: 659, y: 49, width: 108, height: 30))
    let nodes = [
      node("/1", parent: nil, Rect(x: 0, y: 0, width: 890, height: 550)),
      node("/2", parent: 0, Rect(x: 500, y: 5, width: 194, height: 288), role: .menu),
      node("/3", parent: 1, Rect(x: 540, y: 60, width: 110, height: 32), role: .menuItem),
    ]
    let placed = Placement(
      window: window(Rect(x: 0, y: 0, width: 890, height: 550)), popups: [tip, popover], toolkit: gtk4
    ).placed(nodes)
    #expect(placed[2].bounds == Rect(x: 656, y: 79, width: 110, height: 32))
  }

  @Test func libreOfficeIsMovedBelowItsMenuBarExceptForWidgetsOfGTK() {
    let area = Rect(x: 0, y: 44, width: 1280, height: 756)
    let nodes = [
      node("/1", parent: nil, Rect(x: 0, y: 0, width: 1280, height: 800), role: .frame),
      node("/2", parent: 0, area),
      node("/3", parent: 1, area.shifted(by: Point(x: 0, y: -25)), role: .rootPane),
      node("/4", parent: 2, Rect(x: 4, y: 60, width: 189, height: 34)),
      node("/5", parent: 3, Rect(x: 4, y: 85, width: 189, height: 34)),
      node("/6", parent: 4, Rect(x: 4, y: 85, width: 153, height: 34), role: .text),
      node("/7", parent: 2, nil, role: .menuBar),
      node("/8", parent: 6, Rect(x: 0, y: 19, width: 35, height: 19), role: .menu),
      node("/9", parent: 2, Rect(x: 590, y: 114, width: 48, height: 262)),
      node("/10", parent: 8, Rect(x: 590, y: 139, width: 48, height: 335)),
    ]
    let placed = Placement(window: window(area), popups: [], toolkit: gtk3).placed(nodes)
    #expect(placed[9].bounds == nodes[9].bounds)
    #expect(placed[2].bounds == area)
    #expect(placed[3].bounds == Rect(x: 4, y: 85, width: 189, height: 34))
    #expect(placed[4].bounds == nodes[4].bounds)
    #expect(placed[5].bounds == nodes[5].bounds)
    #expect(placed[7].bounds == nil)
  }

  @Test func otherProgramsStayWhereTheySay() {
    let nodes = [node("/1", parent: nil, Rect(x: 5, y: 6, width: 70, height: 80)), node("/2", parent: 0, nil)]
    let placement = Placement(window: window(Rect(x: 0, y: 0, width: 99, height: 99)), popups: [], toolkit: gtk3)
    #expect(placement.placed(nodes) == nodes)
  }
}
