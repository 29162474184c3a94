import Commands

extension RowBuilder {
  /// Rows of a table whose cells are its children, as GTK 3 and Qt 5 build them.
  mutating func finish(_ cells: [Int]) {
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
  mutating func gridCell(_ cell: Int) {
    var element = elements.control(cell, kind: .item)
    (element.name, element.value, element.isFolder) = (tree[cell].name, tree[cell].text ?? "", false)
    let isEmpty = element.value?.isEmpty ?? true
    if !isEmpty || !element.marks.isDisjoint(with: [.focused, .selected]) { rows.append(element) }
  }

  func isGridName(_ name: String) -> Bool {
    name.wholeMatch(of: /[A-Z]{1,3}[0-9]{1,7}/) != nil
  }

  func isSameRow(_ first: Int, _ second: Int) -> Bool {
    // Without headers the cells are a grid of things, as Dolphin's icons are.
    if columns.isEmpty { return false }
    if let one = tree[first].cell, let other = tree[second].cell { return one.row == other.row }
    guard columns.count > 1, let one = tree[first].bounds, let other = tree[second].bounds else { return false }
    return one.y == other.y && other.x >= one.maxX - 2
  }

  mutating func row(of cells: [Int]) {
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
  mutating func findChecks(_ cells: [Int]) {
    let bare = cells.filter {
      tree[$0].interfaces.contains(.action) && tree.children[$0].isEmpty && cellText($0).isEmpty
    }
    let unnamed = Set(columns.indices.filter { columns[$0].name.isEmpty })
    let checked = Set(bare.filter { tree[$0].states.contains(.checked) }.compactMap { tree[$0].cell?.column })
    checkColumns = Set(bare.compactMap { tree[$0].cell?.column }).intersection(unnamed.union(checked))
  }

  func isCheck(_ cell: Int) -> Bool {
    let states = tree[cell].states
    return states.contains(.checkable) || states.contains(.checked)
      || tree[cell].cell.map { checkColumns.contains($0.column) } ?? false
  }

  func cellText(_ cell: Int) -> String {
    let node = tree[cell]
    let own = ScreenText.clean(node.text ?? "")
    if !own.isEmpty { return own }
    let name = naming.ownName(of: cell)
    if !name.isEmpty { return name }
    return tree.descendants(of: cell).lazy.map { naming.text(of: $0) }.first { !$0.isEmpty } ?? ""
  }
}
