import Commands

/// Reads the rows of a list, a table or a tree, of which each toolkit builds its own kind of tree.
struct RowBuilder {
  let tree: Tree
  let visibility: Visibility
  let naming: Naming
  let elements: ElementBuilder
  var rows: [Element] = []
  /// The columns, the one that names the rows first once the rows are read.
  var columns: [Section.Column] = []
  /// How many rows the program says there are, where the snapshot holds fewer.
  private(set) var rowCount: Int?
  /// Columns of boxes to check.
  var checkColumns: Set<Int> = []

  init(tree: Tree, visibility: Visibility, naming: Naming, elements: ElementBuilder) {
    self.tree = tree
    self.visibility = visibility
    self.naming = naming
    self.elements = elements
  }

  mutating func read(_ list: Int, leavingOut leftOut: Set<Int>) {
    let members = tree.descendants(of: list) { !leftOut.contains($0) && !tree[$0].role.isDecoration }
    columns = members.filter { tree[$0].role.isColumnHeader }
      .map { Section.Column(name: naming.name(of: $0), node: $0) }
    var cells: [Int] = []
    for child in tree.children[list] where !leftOut.contains(child) { visit(child, cells: &cells) }
    let columnCount = max(columns.count, 1)
    finish(cells)
    markFoldersBySize()
    let said = tree[list].childCount / (cells.isEmpty ? 1 : columnCount)
    // A sheet has as many cells as its program can count.
    if tree[list].childCount > tree.children[list].count, said > rows.count, said < 1_000_000_000 { rowCount = said }
    // GTK 4 lists the rows out of view, but says nothing of them.
    let unread = tree.children[list].filter { tree[$0].role.isItem && tree[$0].bounds == nil }.count
    if tree.isGTK4, rowCount == nil, unread > 0 { rowCount = rows.count + unread }
  }

  private mutating func visit(_ index: Int, cells: inout [Int]) {
    let node = tree[index]
    if node.role.isDecoration || node.role.isColumnHeader { return }
    switch node.role {
    case .tableCell: cells.append(index)
    case .text where node.cell != nil: cells.append(index)
    case .listItem, .treeItem, .tableRow, .icon, .desktopIcon: row(index)
    case .tableRowHeader, .rowHeader: return
    default:
      if let kind = node.kind {
        if visibility.isVisible[index] { rows.append(elements.control(index, kind: kind)) }
      } else if node.role.isStaticText {
        let text = elements.text(index)
        if text.isVisible, !text.name.isEmpty { rows.append(text) }
      } else {
        for child in tree.children[index] { visit(child, cells: &cells) }
      }
    }
  }

  /// A row that is an accessible of its own: its texts are its cells, its controls follow it.
  private mutating func row(_ index: Int) {
    var element = elements.control(index, kind: .item)
    // Branches below a branch are rows of their own.
    let inner = tree.descendants(of: index) { !isBranch($0) }
    let branches = ([index] + inner).flatMap { tree.children[$0] }.filter(isBranch)
    let cells = inner.filter { tree[$0].role == .tableCell }
    if cells.isEmpty, inner.contains(where: { tree[$0].role.isColumnHeader }) { return }
    let own = bulletless(naming.ownName(of: index))
    var texts = cells.map(cellText)
    if cells.isEmpty, branches.isEmpty { texts = naming.labels(below: index).filter { !bulletless($0).isEmpty } }
    element.name = bulletless(element.name)
    if own.isEmpty, let first = texts.firstIndex(where: { !$0.isEmpty }) {
      element.name = texts[first]
      texts.remove(at: first)
    } else {
      texts.removeAll { $0 == own || own.contains($0) && $0.count * 3 > own.count }
    }
    element.cells = texts
    element.isFolder = isFolder(index, element)
    for cell in cells { element.marks.formUnion(elements.marks(of: cell).intersection([.selected, .focused])) }
    let links = inner.filter { tree[$0].kind == .link && visibility.isVisible[$0] == element.isVisible }
    // A row of a web page that is all link: its middle can lie beside the link.
    let isLink = links.count == 1 && branches.isEmpty && naming.name(of: links[0]) == element.name
    if !isLink, !element.name.isEmpty || !element.cells.allSatisfy(\.isEmpty) { rows.append(element) }
    for child in inner where visibility.isVisible[child] || !element.isVisible {
      guard let kind = tree[child].kind, kind != .item else { continue }
      var control = elements.control(child, kind: kind)
      if !isLink, control.name.isEmpty || control.name == element.name { control.name = "" }
      rows.append(control)
    }
    for branch in branches { row(branch) }
  }

  private func isBranch(_ index: Int) -> Bool { tree[index].role == .treeItem || tree[index].role == .listItem }

  private func bulletless(_ text: String) -> String {
    text == "•" ? "" : text.hasPrefix("• ") ? String(text.dropFirst(2)) : text
  }
}
