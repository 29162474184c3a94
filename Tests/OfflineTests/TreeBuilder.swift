import Geometry
import Outline

/// Builds the snapshot of a window, one accessible after the other.
struct TreeBuilder {
  private(set) var snapshot: Snapshot
  private var line = 0

  init(title: String, program: String, windowID: UInt32) {
    snapshot = Snapshot(
      application: program.lowercased(), toolkit: "gtk",
      window: Window(
        id: windowID, pid: 2, title: title, program: program, bounds: Rect(x: 0, y: 0, width: 800, height: 600)),
      nodes: [])
  }

  /// The place of the new accessible in the snapshot.
  @discardableResult
  mutating func add(
    _ role: Role, _ name: String = "", id: String, text: String? = nil, adding states: States = [],
    bounds: Rect? = nil, cell: CellPosition? = nil, isShown: Bool = true,
    isEnabled: Bool = true, under parent: Int? = nil
  ) -> Int {
    var usual: States = isShown ? [.showing, .visible] : []
    if isEnabled { usual.formUnion([.enabled, .sensitive]) }
    let isContainer = [.frame, .dialog, .menuBar, .toolBar, .list, .statusBar, .pageTabList].contains(role)
    line += isContainer ? 0 : 1
    let place =
      bounds ?? (isContainer ? snapshot.window.bounds : Rect(x: 8, y: 4 + line % 60 * 9, width: 90, height: 8))
    snapshot.nodes.append(
      Node(
        id: NodeID(bus: ":1.7", path: id), parent: parent, role: role, states: states.union(usual),
        interfaces: role == .layeredPane ? [.component, .selection] : [.action, .component], name: name, cell: cell,
        text: text, caret: text == nil ? nil : 0,
        bounds: place))
    if let parent { snapshot.nodes[parent].childCount += 1 }
    return snapshot.nodes.count - 1
  }
}
