import Outline

/// Thunar does not tell GTK that files have changed their order: of one that moves within its list, as a new name can
/// make it, only the places that it left and came to, and of a list that is sorted anew nothing. The other rows go on
/// saying what stood there before, until the folder is loaded again. It shows where two rows have become alike, and
/// where the status bar calls what is selected by the name of another row.
enum StaleRows {
  /// `nodes` where the cells of such a list say nothing, and the list that it is stale.
  static func marked(_ nodes: [Node], of program: Program) -> [Node] {
    guard program.name == Self.program else { return nodes }
    let children = nodes.childPlaces
    let status = nodes.first { $0.role == .statusBar }.map { $0.text ?? $0.name } ?? ""
    var marked = nodes
    for list in nodes.indices where nodes[list].role == .table {
      let cells = children[list].filter { nodes[$0].cell != nil }
      let rows = Dictionary(grouping: cells) { nodes[$0].cell?.row }.values.map { Row($0, in: nodes) }
      guard rows.areAlike || rows.areContradicted(by: status) else { continue }
      marked[list].states.insert(.stale)
      for place in cells.flatMap(nodes.subtree) { (marked[place].name, marked[place].text) = ("", nil) }
    }
    return marked
  }

  /// Whether there is such a list.
  static func areIn(_ nodes: [Node], of program: Program) -> Bool {
    program.name == Self.program && nodes.contains { $0.states.contains(.stale) }
  }

  private static let program = "thunar"

  fileprivate struct Row {
    /// What its cells say, the first of which has the file's name.
    var texts: [String]
    var isSelected: Bool

    init(_ cells: [Int], in nodes: [Node]) {
      let cells = cells.sorted { nodes[$0].cell?.column ?? 0 < nodes[$1].cell?.column ?? 0 }
      texts = cells.map { cell in nodes.subtree(at: cell).map { nodes[$0].text ?? nodes[$0].name }.joined() }
      isSelected = cells.contains { nodes[$0].states.contains(.selected) }
    }
  }
}

extension [StaleRows.Row] {
  /// A row of one cell is a place in the side pane, of which two may be called the same.
  fileprivate var areAlike: Bool {
    Set(map(\.texts)).count < count && allSatisfy { $0.texts.count > 1 }
  }

  fileprivate func areContradicted(by status: String) -> Bool {
    let selected = filter(\.isSelected)
    guard selected.count == 1, let name = selected[0].texts.first, !status.contains(name) else { return false }
    return contains { row in row.texts.first.map { status.quotes($0) } ?? false }
  }
}

extension String {
  /// Whether `name` stands in it in quotation marks, of whatever language.
  fileprivate func quotes(_ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    return ranges(of: name).contains { range in
      let before = self[..<range.lowerBound].last { !$0.isWhitespace }
      let after = self[range.upperBound...].first { !$0.isWhitespace }
      return [before, after].allSatisfy { $0.map(Self.marks.contains) ?? false }
    }
  }

  private static let marks: Set<Character> = ["\"", "'", "“", "”", "„", "‘", "’", "‚", "«", "»", "‹", "›", "「", "」"]
}
