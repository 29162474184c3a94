import Outline

/// Thunar tells GTK of a file that moves within its list, as a new name can make it, only at the places it left and
/// came to. The rows between go on saying what stood there before, so that two rows are alike; what the others are
/// cannot be known until the folder is loaded again.
enum StaleRows {
  /// `nodes` where the cells of such a list say nothing, and the list that it is stale.
  static func marked(_ nodes: [Node], of program: Program) -> [Node] {
    guard program.name == "thunar" else { return nodes }
    let children = nodes.childPlaces
    var marked = nodes
    for list in nodes.indices where nodes[list].role == .table {
      let cells = children[list].filter { nodes[$0].cell != nil }
      guard hasAlikeRows(cells, in: nodes) else { continue }
      marked[list].states.insert(.stale)
      for place in cells.flatMap(nodes.subtree) { (marked[place].name, marked[place].text) = ("", nil) }
    }
    return marked
  }

  private static func hasAlikeRows(_ cells: [Int], in nodes: [Node]) -> Bool {
    let rows = Dictionary(grouping: cells) { nodes[$0].cell?.row }.values.map { row in
      row.sorted { nodes[$0].cell?.column ?? 0 < nodes[$1].cell?.column ?? 0 }.map { texts(at: $0, in: nodes) }
    }
    // A row of one cell is a place in the side pane, of which two may be called the same.
    return Set(rows).count < rows.count && rows.allSatisfy { $0.count > 1 }
  }

  private static func texts(at cell: Int, in nodes: [Node]) -> [String] {
    nodes.subtree(at: cell).map { nodes[$0].text ?? nodes[$0].name }
  }
}
