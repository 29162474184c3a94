import Geometry
import Testing

@testable import Outline

@Suite struct VisibilityTests {
  private func visible(_ snapshot: Snapshot) -> [String] {
    let visibility = Visibility(Tree(snapshot))
    return snapshot.nodes.indices.filter { visibility.isVisible[$0] && !snapshot.nodes[$0].name.isEmpty }
      .map { snapshot.nodes[$0].name }
  }

  @Test func whatIsNotShowingOrHasNoSizeIsNotSeen() {
    let shown = visible(
      .window(
        "W",
        [
          Widget(.pushButton, "seen"), Widget(.pushButton, "hidden", without: .showing),
          Widget(.pushButton, "flat", bounds: Rect(x: 5, y: 5, width: 0, height: 20)),
          Widget(.pushButton, "dot", bounds: Rect(x: 5, y: 5, width: 1, height: 1)),
          Widget(.pushButton, "unplaced").unplaced(),
        ]))
    #expect(shown == ["W", "seen"])
  }

  @Test func whatIsScrolledAwayIsNotSeen() {
    let rows = (0..<10).map { row in
      Widget(.listItem, "row \(row)", bounds: Rect(x: 0, y: row * 50, width: 100, height: 50))
    }
    let list = Widget(.list, "list", bounds: Rect(x: 0, y: 0, width: 100, height: 175), rows)
    #expect(visible(.window("W", [list])) == ["W", "list", "row 0", "row 1", "row 2", "row 3"])
  }

  @Test func whatIsOutsideTheWindowIsNotSeen() {
    let far = Widget(.pushButton, "far", bounds: Rect(x: 900, y: 10, width: 50, height: 20))
    #expect(visible(.window("W", [far, Widget(.pushButton, "near")])) == ["W", "near"])
  }

  @Test func whatIsBeyondTheScreenIsNotSeen() {
    var window = Snapshot.window(
      "W",
      [Widget(.pushButton, "near"), Widget(.pushButton, "far", bounds: Rect(x: 700, y: 10, width: 50, height: 20))])
    window.window.screen = Rect(x: 0, y: 0, width: 640, height: 480)
    #expect(visible(window) == ["W", "near"])
  }

  @Test func aStripOfARowIsNotSeen() {
    let rows = [0, 40, 80].map { Widget(.listItem, "row \($0)", bounds: Rect(x: 0, y: $0, width: 100, height: 40)) }
    func list(_ height: Int) -> [String] {
      visible(.window("W", [Widget(.list, "list", bounds: Rect(x: 0, y: 0, width: 100, height: height), rows)]))
    }
    #expect(list(84) == ["W", "list", "row 0", "row 40"])
    #expect(list(92) == ["W", "list", "row 0", "row 40", "row 80"])
  }

  @Test(arguments: ["Qt", "gtk"])
  func onlyQtCutsOffWhatIsOutsideItsBox(toolkit: String) {
    let box = Widget(
      .filler, bounds: Rect(x: 0, y: 0, width: 300, height: 100),
      [
        Widget(.checkBox, "in", bounds: Rect(x: 10, y: 10, width: 90, height: 20)),
        Widget(.checkBox, "below", bounds: Rect(x: 10, y: 120, width: 90, height: 20)),
      ])
    #expect(visible(.window("W", toolkit: toolkit, [box])).contains("below") == (toolkit == "gtk"))
  }

  @Test func anOpenMenuMayLeaveItsWindow() {
    let menu = Widget(
      .menu, "File", bounds: Rect(x: 0, y: 580, width: 40, height: 20),
      [Widget(.menuItem, "Open", bounds: Rect(x: 0, y: 600, width: 200, height: 20))])
    #expect(visible(.window("W", [Widget(.menuBar, [menu])])).contains("Open"))
  }

  @Test func aToolkitThatNeverSaysShowingIsReadByVisible() {
    let buttons = (0..<6).map { Widget(.pushButton, "b\($0)", without: [.showing, .enabled]) }
    let hidden = Widget(.pushButton, "closed", without: .showing).unplaced()
    #expect(visible(.window("W", toolkit: "GTK", buttons + [hidden])) == ["W"] + (0..<6).map { "b\($0)" })
  }

  @Test func theItemsOfAMenuThatWasClosedAreNotSeen() {
    let items = [Widget(.menuItem, "Back", without: .visible), Widget(.menu, "Zoom", without: .visible)]
    let menu = Widget(.menu, "", without: [.showing, .visible], items)
    #expect(lines(.window([menu, Widget(.pushButton, "Go")])) == ["b1 Go"])
  }

  @Test func whatGTK4GivesNoPlaceIsHidden() {
    let buttons = (0..<4).map { Widget(.pushButton, "b\($0)") }
    let hidden = Widget(.panel, "Open a Document").unplaced()
    #expect(!visible(.window("W", toolkit: "GTK", buttons + [hidden])).contains("Open a Document"))
    #expect(visible(.window("W", toolkit: "gtk", buttons + [hidden])).contains("Open a Document"))
  }

  @Test func aFilterThatEmptiesATreeIsGivenUp() {
    let buttons = (0..<20).map { Widget(.pushButton, "b\($0)", without: [.showing, .visible]) }
    let panels = (0..<4).map { _ in Widget(.panel) }
    #expect(visible(.window("W", buttons + panels)).count > 15)
  }

  @Test func aContainerThatHoldsSomethingVisibleIsKept() {
    let snapshot = Snapshot.window("W", [Widget(.panel, "box", without: .showing, [Widget(.pushButton, "inner")])])
    let visibility = Visibility(Tree(snapshot))
    #expect(!visibility.isVisible[1])
    #expect(visibility.holdsVisible[1])
    #expect(visibility.isVisible[2])
  }
}
