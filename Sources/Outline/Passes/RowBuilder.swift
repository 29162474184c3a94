import Commands

/// Reads the rows of a list, a table or a tree, of which each toolkit builds its own kind of tree.
struct RowBuilder {
  let tree: Tree
  let visibility: Visibility
  let naming: Naming
  let elements: ElementBuilder
  private(set) var rows: [Element] = []
  private(set) var columns: [Section.Column] = []
  /// How many rows the program says there are, where the snapshot holds fewer.
  private(set) var rowCount: Int?
  private var checkColumns: Set<Int> = []

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
    var below = 0
    for child in tree.children[list] where !leftOut.contains(child) { visit(child, cells: &cells, below: &below) }
    finish(cells)
    markFoldersBySize()
    let columnCount = max(columns.count, 1)
    let said = tree[list].childCount / (cells.isEmpty ? 1 : columnCount)
    // A sheet has as many cells as its program can count.
    if tree[list].childCount > tree.children[list].count, said > rows.count, said < 1_000_000_000 { rowCount = said }
  }

  private mutating func visit(_ index: Int, cells: inout [Int], below: inout Int) {
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
        for child in tree.children[index] { visit(child, cells: &cells, below: &below) }
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
    if !element.name.isEmpty || !element.cells.allSatisfy(\.isEmpty) { rows.append(element) }
    for child in inner where visibility.isVisible[child] || !element.isVisible {
      guard let kind = tree[child].kind, kind != .item else { continue }
      var control = elements.control(child, kind: kind)
      if control.name.isEmpty || control.name == element.name { control.name = "" }
      rows.append(control)
    }
    for branch in branches { row(branch) }
  }

  private func isBranch(_ index: Int) -> Bool { tree[index].role == .treeItem || tree[index].role == .listItem }

  private func bulletless(_ text: String) -> String {
    text == "•" ? "" : text.hasPrefix("• ") ? String(text.dropFirst(2)) : text
  }

  /// Rows of a table whose cells are its children, as GTK 3 and Qt 5 build them.
  private mutating func finish(_ cells: [Int]) {
    if let first = cells.first, isGridName(tree[first].name) {
      for cell in cells { gridCell(cell) }
      return
    }
    findChecks(cells)
    var current: [Int] = []
    for cell in cells {
      if let last = current.last, !isSameRow(last, cell) {
        row(of: current)
        current = []
      }
      current.append(cell)
    }
    if !current.isEmpty { row(of: current) }
  }

  /// A cell of a sheet goes by its place, such as A1; only those that hold something are told.
  private mutating func gridCell(_ cell: Int) {
    var element = elements.control(cell, kind: .item)
    (element.name, element.value, element.isFolder) = (tree[cell].name, tree[cell].text ?? "", false)
    let isEmpty = element.value?.isEmpty ?? true
    if !isEmpty || !element.marks.isDisjoint(with: [.focused, .selected]) { rows.append(element) }
  }

  private func isGridName(_ name: String) -> Bool {
    name.wholeMatch(of: /[A-Z]{1,3}[0-9]{1,7}/) != nil
  }

  private func isSameRow(_ first: Int, _ second: Int) -> Bool {
    // Without headers the cells are a grid of things, as Dolphin's icons are.
    if columns.isEmpty { return false }
    if let one = tree[first].cell, let other = tree[second].cell { return one.row == other.row }
    guard columns.count > 1, let one = tree[first].bounds, let other = tree[second].bounds else { return false }
    return one.y == other.y && other.x >= one.maxX - 2
  }

  private mutating func row(of cells: [Int]) {
    let texts = cells.map(cellText)
    let named = texts.firstIndex { !$0.isEmpty } ?? 0
    if let check = cells.first(where: isCheck) {
      var element = elements.control(check, kind: .check)
      element.name = texts[named]
      element.cells = texts.indices.filter { $0 != named && cells[$0] != check }.map { texts[$0] }
      return rows.append(element)
    }
    var element = elements.control(cells[named], kind: .item)
    element.name = texts[named]
    element.cells = texts.indices.filter { $0 > named }.map { texts[$0] }
    element.isFolder = isFolder(cells[named], element)
    for cell in cells { element.marks.formUnion(elements.marks(of: cell).intersection([.selected, .focused])) }
    // A row of nothing separates others.
    if !element.name.isEmpty { rows.append(element) }
  }

  /// Cells without a text below a header without a name, beside rows that have texts, are boxes to check:
  /// GTK 3 says that they are checked, never that they can be.
  private mutating func findChecks(_ cells: [Int]) {
    let bare = cells.filter {
      tree[$0].interfaces.contains(.action) && tree.children[$0].isEmpty && cellText($0).isEmpty
    }
    let unnamed = Set(columns.indices.filter { columns[$0].name.isEmpty })
    let checked = Set(bare.filter { tree[$0].states.contains(.checked) }.compactMap { tree[$0].cell?.column })
    checkColumns = Set(bare.compactMap { tree[$0].cell?.column }).intersection(unnamed.union(checked))
  }

  private func isCheck(_ cell: Int) -> Bool {
    let states = tree[cell].states
    return states.contains(.checkable) || states.contains(.checked)
      || tree[cell].cell.map { checkColumns.contains($0.column) } ?? false
  }

  private func cellText(_ cell: Int) -> String {
    let node = tree[cell]
    let own = ScreenText.clean(node.text ?? "")
    if !own.isEmpty { return own }
    let name = naming.ownName(of: cell)
    if !name.isEmpty { return name }
    return tree.descendants(of: cell).lazy.map { naming.text(of: $0) }.first { !$0.isEmpty } ?? ""
  }

  /// True where the toolkit tells that the row is a folder: by its type, its icon, or by having no size
  /// where other rows have one.
  private func isFolder(_ index: Int, _ element: Element) -> Bool {
    let icons = tree.children[index].filter { tree[$0].role == .image || tree[$0].role == .icon }
    let told = element.cells + [element.hint] + icons.map { naming.name(of: $0) }
    return told.contains { Self.folderWords.contains($0.lowercased()) }
  }

  private static let folderWords: Set = [
    "folder", "directory", "inode/directory", "ordner", "dossier", "carpeta", "cartella", "pasta", "map", "mapp",
    "mappe", "папка", "文件夹", "フォルダー", "folder-symbolic",
  ]

  private static let sizeWords: Set = [
    "size", "größe", "taille", "tamaño", "tamanho", "dimensione", "grootte", "storlek", "размер", "大小", "サイズ",
  ]

  private mutating func markFoldersBySize() {
    guard let column = columns.lastIndex(where: { Self.sizeWords.contains($0.name.lowercased()) }) else { return }
    let sizes = rows.map { row -> String? in
      let place = column - (columns.count - row.cells.count)
      return row.cells.indices.contains(place) ? row.cells[place] : nil
    }
    guard sizes.contains(where: { $0?.isEmpty == false }) else { return }
    for index in rows.indices where sizes[index]?.isEmpty == true { rows[index].isFolder = true }
  }
}
