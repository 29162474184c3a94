import Geometry
import Outline

/// Places the parts of a simulated window: what holds others fills it, the others stand one below the other.
struct Layout {
  private let window: Window
  private var line: Int

  init(_ window: Window, from line: Int = 0) {
    self.window = window
    self.line = line
  }

  /// The accessibles that stand for `parts`, parents before children.
  func nodes(_ parts: [Part]) -> [Node] {
    var layout = self
    var nodes: [Node] = []
    for part in parts { layout.add(part, below: nil, to: &nodes) }
    return nodes
  }

  private mutating func add(_ part: Part, below parent: Int?, to nodes: inout [Node]) {
    let path = "/\(window.id)/\(line)/\(nodes.count)"
    var bounds: Rect?
    if part.isPlaced {
      let isContainer = !part.parts.isEmpty && part.role != .menu && part.role != .comboBox
      bounds = isContainer ? window.bounds : row
    }
    nodes.append(
      Node(
        id: NodeID(bus: ":1.\(window.pid ?? 0)", path: path), parent: parent, role: part.role, states: part.states,
        interfaces: part.interfaces, name: part.name, text: part.text, value: part.value, bounds: bounds,
        childCount: part.parts.count))
    let place = nodes.count - 1
    for child in part.parts { add(child, below: place, to: &nodes) }
  }

  private var row: Rect {
    mutating get {
      line += 1
      return Rect(x: window.bounds.x + 10, y: window.bounds.y + 30 * (line % 20), width: 120, height: 24)
    }
  }
}
