import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct ShownParagraphsTests {
  private func node(_ role: Role, in parent: Int?, _ states: States, placed: Bool = true) -> Node {
    Node(
      id: NodeID(bus: ":1.1", path: "/"), parent: parent, role: role, states: states,
      bounds: placed ? Rect(x: 0, y: 0, width: 100, height: 20) : nil)
  }

  private func isShown(_ nodes: [Node]) -> [Bool] {
    ShownParagraphs.marked(nodes).map { $0.states.contains(.showing) }
  }

  @Test func `what a text lists shows, and so do the paragraphs of its tables`() {
    let nodes = [
      node(.documentText, in: nil, [.showing, .visible, .managesDescendants]),
      node(.paragraph, in: 0, .visible), node(.table, in: 0, .visible), node(.tableCell, in: 2, .visible),
      node(.paragraph, in: 3, .visible), node(.paragraph, in: 0, .visible, placed: false),
      node(.paragraph, in: 0, []),
    ]
    #expect(isShown(nodes) == [true, true, true, true, true, false, false])
  }

  @Test(arguments: [[.visible, .managesDescendants], [.showing, .visible]] as [States])
  func `not in a text that does not show, nor in a program that lists more than what does`(text: States) {
    let nodes = [node(.documentText, in: nil, text), node(.paragraph, in: 0, .visible)]
    #expect(isShown(nodes)[1] == false)
  }
}
