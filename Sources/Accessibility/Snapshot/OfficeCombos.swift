import Outline

/// LibreOffice shows a combo box as a box that holds a field, where there is one, and a button without a name; the combo
/// box itself stands between the two and is drawn nowhere.
enum OfficeCombos {
  /// `nodes` where each such combo box and the box around it have changed places, as other toolkits have it.
  static func unfolded(_ nodes: [Node]) -> [Node] {
    var unfolded = nodes
    for (place, node) in nodes.enumerated() {
      guard node.role == .comboBox, node.bounds == nil, let parent = node.parent,
        let button = nodes.indices.first(where: { nodes[$0].parent == parent && isButton(nodes[$0]) })
      else { continue }
      var (combo, box) = (node, nodes[parent])
      combo.parent = box.parent
      combo.bounds = box.bounds
      combo.childCount = box.childCount
      combo.states.formUnion(nodes[button].states.intersection([.showing, .visible, .focused]))
      if nodes[button].states.contains(.checked) { combo.states.insert(.expanded) }
      box.parent = parent
      box.bounds = nil
      box.childCount = 0
      box.states.subtract([.showing, .visible])
      unfolded[parent] = combo
      unfolded[place] = box
    }
    return unfolded
  }

  private static func isButton(_ node: Node) -> Bool {
    node.role == .toggleButton && node.name.isEmpty && node.bounds != nil
  }
}
