import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct ScaleFactorTests {
  private func window(_ width: Int, _ height: Int, shadow: Insets? = nil) -> Window {
    Window(
      id: 1, pid: 7, title: "", program: "", bounds: Rect(x: 20, y: 30, width: width, height: height), shadow: shadow)
  }

  private func factor(_ width: Int, _ height: Int, in window: Window) -> Double {
    ScaleFactor(of: Rect(x: 0, y: 0, width: width, height: height), in: window).value
  }

  @Test func sizesAsRealProgramsGaveThem() {
    #expect(factor(268, 288, in: window(536, 576)) == 2)  // KCalc, QT_SCALE_FACTOR=2
    #expect(factor(568, 355, in: window(852, 532)) == 1.5)  // Dolphin, QT_SCALE_FACTOR=1.5
    #expect(factor(834, 514, in: window(1250, 770)) == 1.5)  // Chromium, --force-device-scale-factor=1.5
    #expect(factor(630, 390, in: window(1280, 800)) == 2)  // GNOME Text Editor with its border, GDK_SCALE=2
    #expect(factor(640, 400, in: window(1278, 774)) == 2)  // Mousepad with the window manager's, GDK_SCALE=2
  }

  @Test func bordersTitleBarsAndShadowsAreNoScale() {
    #expect(factor(602, 421, in: window(600, 400)) == 1)
    #expect(factor(1332, 790, in: window(1342, 800)) == 1)
    #expect(factor(400, 300, in: window(452, 352, shadow: Insets(left: 26, right: 26, top: 23, bottom: 29))) == 1)
  }

  @Test func whatIsNotTheWindowsSizeSaysNothing() {
    #expect(factor(20, 600, in: window(600, 400)) == 1)
    #expect(factor(0, 0, in: window(600, 400)) == 1)
    #expect(ScaleFactor(of: nil, in: window(600, 400)) == .one)
  }

  @Test func placesGoBothWays() {
    let scale = ScaleFactor(of: Rect(x: 0, y: 0, width: 400, height: 200), in: window(600, 300))
    let own = Rect(x: 11, y: 10, width: 33, height: 20)
    #expect(scale.devicePixels(own) == Rect(x: 17, y: 15, width: 49, height: 30))
    #expect(scale.programPixels(scale.devicePixels(own)) == own)
    let shadow = Insets(left: 30, right: 30, top: 15, bottom: 45)
    #expect(scale.programPixels(window(600, 300, shadow: shadow)).shadow?.bottom == 30)
  }

  @Test func pagesOfChromiumAreInDevicePixels() {
    func node(_ path: String, parent: Int?, _ role: Role, _ bounds: Rect) -> Node {
      Node(id: NodeID(bus: ":1.1", path: path), parent: parent, role: role, bounds: bounds)
    }
    let view = Rect(x: 28, y: 306, width: 1224, height: 466)
    let page = Rect(x: 56, y: 612, width: 2448, height: 932)
    let scale = ScaleFactor(of: view, in: window(2448, 932))
    let nodes = [
      node("/1", parent: nil, .panel, view), node("/2", parent: 0, .documentWeb, page),
      node("/3", parent: 1, .checkBox, Rect(x: 104, y: 688, width: 52, height: 52)),
      node("/4", parent: 0, .panel, view),
      node("/5", parent: 3, .documentWeb, view),
    ]
    #expect(scale.pagesInDevicePixels(nodes) == [1, 2])
    #expect(ScaleFactor.one.pagesInDevicePixels(nodes).isEmpty)
  }
}
