import Outline

/// LibreOffice lists the paragraphs of a text that are in view, yet never says SHOWING of many that came there by
/// scrolling.
enum ShownParagraphs {
  static func marked(_ nodes: [Node]) -> [Node] {
    var marked = nodes
    for (index, node) in nodes.enumerated() {
      guard node.states.contains(.visible), let bounds = node.bounds, !bounds.isEmpty, let parent = node.parent,
        isListedByText(parent, in: nodes), marked[parent].states.contains(.showing)
      else { continue }
      marked[index].states.insert(.showing)
    }
    return marked
  }

  /// Whether it is such a text, or in one: a table has paragraphs too.
  private static func isListedByText(_ place: Int, in nodes: [Node]) -> Bool {
    sequence(first: place) { nodes[$0].parent }.contains { above in
      nodes[above].role == .documentText && nodes[above].states.contains(.managesDescendants)
    }
  }
}
