import Geometry
import Outline
import Testing

@testable import Accessibility

@Suite struct OfficeCombosTests {
  private let box = Rect(x: 20, y: 10, width: 200, height: 34)
  private let arrow = Rect(x: 184, y: 10, width: 36, height: 34)

  private func node(_ path: String, _ role: Role, in parent: Int?, _ states: States, _ bounds: Rect?) -> Node {
    Node(
      id: NodeID(bus: ":1.1", path: path), parent: parent, role: role, states: states.union(.enabled), bounds: bounds)
  }

  private func nodes(button: States = []) -> [Node] {
    [
      node("/box", .filler, in: nil, [.showing, .visible], box),
      node("/field", .text, in: 0, [.showing, .visible, .editable], box),
      node("/combo", .comboBox, in: 0, [], nil), node("/item", .menuItem, in: 2, [], nil),
      node("/arrow", .toggleButton, in: 0, button.union([.showing, .visible]), arrow),
    ]
  }

  @Test func `the combo box is what its field and its button are in`() {
    let unfolded = OfficeCombos.unfolded(nodes())
    #expect(unfolded.map(\.id.path) == ["/combo", "/field", "/box", "/item", "/arrow"])
    #expect(unfolded.map(\.parent) == [nil, 0, 0, 2, 0])
    #expect(unfolded[0].role == .comboBox && unfolded[0].bounds == box)
    #expect(unfolded[0].states == [.enabled, .showing, .visible])
    #expect(unfolded[2].bounds == nil && unfolded[2].states == .enabled)
  }

  @Test(arguments: [.checked, .focused] as [States])
  func `it is open or has the focus as its button says`(states: States) {
    let told: States = states == .checked ? .expanded : .focused
    #expect(OfficeCombos.unfolded(nodes(button: states))[0].states.contains(told))
  }

  @Test func `one that is drawn or has no button stays`() {
    var drawn = nodes()
    drawn[2].bounds = box
    #expect(OfficeCombos.unfolded(drawn) == drawn)
    var bare = nodes()
    bare[4].name = "Bold"
    #expect(OfficeCombos.unfolded(bare) == bare)
  }
}
