import Geometry

@testable import Outline

/// A window drawn in code: what a test needs to say of each accessible, and no more.
struct Widget {
  var node: Node
  var children: [Widget]
  var placed: Bool

  /// Without `bounds`, containers fill the window and the others stand one below the other.
  init(
    _ role: Role, _ name: String = "", id: String? = nil, text: String? = nil, caret: Int? = nil,
    description: String = "", label: String? = nil, value: Value? = nil, cell: (Int, Int)? = nil,
    bounds: Rect? = nil, adding added: States = [], without missing: States = [],
    interfaces: Interfaces = [.component, .action], childCount: Int? = nil, _ children: [Widget] = []
  ) {
    var states: States = [.showing, .visible, .enabled, .sensitive]
    states.formUnion(added)
    states.subtract(missing)
    node = Node(
      id: NodeID(bus: ":1.1", path: id ?? ""), parent: nil, role: role, states: states, interfaces: interfaces,
      name: name, description: description, label: label,
      cell: cell.map { CellPosition(row: $0.0, column: $0.1) }, text: text, caret: caret, value: value,
      bounds: bounds, childCount: childCount ?? children.count)
    self.children = children
    placed = bounds != nil
  }

  init(
    _ role: Role, id: String? = nil, description: String = "", bounds: Rect? = nil, adding added: States = [],
    without missing: States = [], childCount: Int? = nil, _ children: [Widget]
  ) {
    self.init(
      role, "", id: id, description: description, bounds: bounds, adding: added, without: missing,
      childCount: childCount, children)
  }

  /// The same widget where its toolkit tells no place.
  func unplaced() -> Widget {
    var copy = self
    copy.placed = true
    return copy
  }
}

extension Snapshot {
  /// A window of 800 × 600 with these roots; those before the last are popups and dialogs.
  init(_ title: String, toolkit: String = "gtk", program: String = "Tester", _ roots: [Widget]) {
    let area = Rect(x: 0, y: 0, width: 800, height: 600)
    self.init(
      application: program, toolkit: toolkit,
      window: Window(id: 1, pid: 2, title: title, program: program, bounds: area), nodes: [])
    var line = 0
    for (index, root) in roots.enumerated() { add(root, below: nil, path: "/\(index)", line: &line) }
  }

  /// A window that holds these widgets.
  static func window(_ title: String, toolkit: String = "gtk", _ widgets: [Widget]) -> Snapshot {
    Snapshot(title, toolkit: toolkit, [Widget(.frame, title, adding: .active, widgets)])
  }

  static func window(toolkit: String = "gtk", _ widgets: [Widget]) -> Snapshot {
    window("Test", toolkit: toolkit, widgets)
  }

  private mutating func add(_ widget: Widget, below parent: Int?, path: String, line: inout Int) {
    var node = widget.node
    node.parent = parent
    if node.id.path.isEmpty { node.id.path = path }
    if !widget.placed {
      if widget.children.isEmpty {
        node.bounds = Rect(x: 10, y: 4 + 8 * line, width: 100, height: 7)
        line += 1
      } else {
        node.bounds = window.bounds
      }
    }
    nodes.append(node)
    let place = nodes.count - 1
    for (index, child) in widget.children.enumerated() {
      add(child, below: place, path: "\(path)/\(index)", line: &line)
    }
  }
}

/// The outline of a snapshot in a budget that everything fits into.
func outline(_ snapshot: Snapshot, for request: String = "", budget: Int = 2000) -> String {
  var outliner = Outliner(budget: budget)
  return outliner.outline(of: snapshot, for: request).text
}

/// The lines of an outline below the one that names the window.
func lines(_ snapshot: Snapshot, for request: String = "", budget: Int = 2000) -> [String] {
  outline(snapshot, for: request, budget: budget).split(separator: "\n").dropFirst().map(String.init)
}
