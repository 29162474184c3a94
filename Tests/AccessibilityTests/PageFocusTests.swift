import Outline
import Testing

@testable import Accessibility

@Suite struct PageFocusTests {
  @Test func `a page lets go of the focus that another part of the window has`() {
    #expect(focused(address: [.focused], field: [.focused]) == ["Address"])
  }

  @Test(arguments: [States.focused, []])
  func `a page keeps the focus that nothing else has`(field: States) {
    #expect(focused(address: [], field: field) == (field.isEmpty ? [] : ["Field"]))
  }

  /// The names of what has the focus then.
  private func focused(address: States, field: States) -> [String] {
    let parts: [(Role, String, Int?, States)] = [
      (.frame, "Window", nil, []), (.entry, "Address", 0, address), (.documentWeb, "Page", 0, []),
      (.section, "", 2, []), (.entry, "Field", 3, field),
    ]
    let nodes = parts.enumerated().map { index, part in
      var node = Node(id: NodeID(bus: ":1.1", path: "/\(index)"), parent: part.2, role: part.0)
      node.name = part.1
      node.states = part.3
      return node
    }
    return PageFocus.corrected(in: nodes).filter { $0.states.contains(.focused) }.map(\.name)
  }
}
