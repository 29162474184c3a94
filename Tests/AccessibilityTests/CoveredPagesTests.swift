import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct CoveredPagesTests {
  private let whole = Rect(x: 0, y: 40, width: 600, height: 400)

  private func node(_ path: String, parent: Int?, _ bounds: Rect?, name: String = "") -> Node {
    Node(
      id: NodeID(bus: ":1.1", path: path), parent: parent, role: .panel, states: .visible, name: name, bounds: bounds)
  }

  /// A stack of two pages with a button each, both where they were last drawn.
  private func nodes(in stack: String = "") -> [Node] {
    [
      node("/stack", parent: nil, whole, name: stack),
      node("/one", parent: 0, whole), node("/one/button", parent: 1, Rect(x: 10, y: 50, width: 80, height: 30)),
      node("/two", parent: 0, whole), node("/two/button", parent: 3, Rect(x: 10, y: 50, width: 80, height: 30)),
    ]
  }

  private func shown(_ nodes: [Node], pointingAt path: String) -> [String] {
    let pages = CoveredPages.overlapping(in: nodes)
    let inFront = Dictionary(uniqueKeysWithValues: pages.map { ($0.place, NodeID(bus: ":1.1", path: path)) })
    return CoveredPages.hiding(pages, inFront: inFront, of: nodes).filter { $0.states.contains(.visible) }.map(
      \.id.path)
  }

  @Test(arguments: [("/one", "/two"), ("/two", "/one")])
  func ofTwoPagesTheOneThatIsPointedAtShows(front: String, back: String) {
    #expect(shown(nodes(), pointingAt: front + "/button") == ["/stack", front, front + "/button"])
  }

  @Test(arguments: ["/stack", "/elsewhere"])
  func whereNeitherIsPointedAtBothStay(path: String) {
    #expect(shown(nodes(), pointingAt: path) == nodes().map(\.id.path))
  }

  @Test func whatALayerLiesOnIsSeenBesideIt() {
    #expect(shown(nodes(in: "GtkOverlay"), pointingAt: "/two/button") == nodes().map(\.id.path))
    #expect(shown(nodes(in: "GtkOverlay"), pointingAt: "/one/button") == ["/stack", "/one", "/one/button"])
  }

  @Test func boxesBesideOneAnotherAreNoPages() {
    var nodes = nodes()
    nodes[3].bounds = Rect(x: 0, y: 420, width: 600, height: 400)
    #expect(CoveredPages.overlapping(in: nodes).isEmpty)
    nodes[3].bounds = nil
    #expect(CoveredPages.overlapping(in: nodes).isEmpty)
  }
}
