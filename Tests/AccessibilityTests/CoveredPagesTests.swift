import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct CoveredPagesTests {
  private let whole = Rect(x: 0, y: 40, width: 600, height: 400)

  private func node(_ path: String, parent: Int?, _ bounds: Rect?) -> Node {
    Node(
      id: NodeID(bus: ":1.1", path: path), parent: parent, role: .panel, states: [.visible, .sensitive], bounds: bounds)
  }

  /// A stack of two pages with a button each, both where they were last drawn.
  private var nodes: [Node] {
    [
      node("/stack", parent: nil, whole),
      node("/one", parent: 0, whole), node("/one/button", parent: 1, Rect(x: 10, y: 50, width: 80, height: 30)),
      node("/two", parent: 0, whole), node("/two/button", parent: 3, Rect(x: 10, y: 50, width: 80, height: 30)),
    ]
  }

  private func shown(_ nodes: [Node], drawn: Set<Int>) -> [String] {
    CoveredPages.hiding(CoveredPages.overlapping(in: nodes), drawn: drawn, of: nodes)
      .filter { $0.states.contains(.visible) }.map(\.id.path)
  }

  @Test(arguments: [(1, "/one"), (3, "/two")]) func ofTwoPagesTheOneThatIsDrawnShows(place: Int, front: String) {
    #expect(shown(nodes, drawn: [place]) == ["/stack", front, front + "/button"])
  }

  @Test(arguments: [[], [1, 3]] as [Set<Int>]) func twoLayersAreBothSeenAndSoIsWhatCannotBeAsked(drawn: Set<Int>) {
    #expect(shown(nodes, drawn: drawn) == nodes.map(\.id.path))
  }

  @Test func aPageMayHaveBeenOfAnotherSizeAndADisabledOneStays() {
    var nodes = nodes
    nodes[1].bounds = Rect(x: 0, y: 40, width: 600, height: 100)
    #expect(shown(nodes, drawn: [1]) == ["/stack", "/one", "/one/button"])
    #expect(shown(nodes, drawn: [3]) == ["/stack", "/two", "/two/button"])
    nodes[3].states.remove(.sensitive)
    #expect(shown(nodes, drawn: [1]) == nodes.map(\.id.path))
  }

  @Test func aPageIsAskedAboutWhatFillsItAlone() {
    var nodes = nodes
    let page = CoveredPages.Page(place: 3, bounds: whole, others: [1])
    #expect(CoveredPages.content(of: page, in: nodes) == 3)
    nodes[4].bounds = whole
    #expect(CoveredPages.content(of: page, in: nodes) == 4)
    nodes[4].states.remove(.sensitive)
    #expect(CoveredPages.content(of: page, in: nodes) == 3)
  }

  @Test func boxesBesideOneAnotherAreNoPages() {
    var nodes = nodes
    nodes[3].bounds = Rect(x: 0, y: 420, width: 600, height: 400)
    #expect(CoveredPages.overlapping(in: nodes).isEmpty)
    nodes[3].bounds = nil
    #expect(CoveredPages.overlapping(in: nodes).isEmpty)
  }
}
