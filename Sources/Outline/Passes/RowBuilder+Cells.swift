import Commands

extension RowBuilder {
  /// Rows of a table whose cells are its children, as GTK 3 and Qt 5 build them.
  mutating func finish(_ cells: [Int]) {
    if let first = cells.first, isInSheet(first) {
      for cell in cells { gridCell(cell) }
      return
    }
    findChecks(cells)
    var table: [[Int]] = []
    for cell in cells {
      if let last = table.last?.last, isSameRow(last, cell) {
        table[table.count - 1].append(cell)
      } else {
        table.append([cell])
      }
    }
    let order = columnOrder(of: table)
    for row in table { self.row(of: row, order) }
    columns = order.filter(columns.indices.contains).map { columns[$0] }
  }

  /// The columns that are worth telling, the one that names the rows first.
  private func columnOrder(of table: [[Int]]) -> [Int] {
    let width = max(table.map(\.count).max() ?? 0, columns.count)
    let filled = (0..<width).filter { column in
      !checkColumns.contains(column) && table.contains { $0.count > column && !cellText($0[column]).isEmpty }
    }
    let named = filled.first ?? 0
    let others = (0..<width).filter { column in
      let hasHeader = columns.indices.contains(column) && !columns[column].name.isEmpty
      return column != named && !checkColumns.contains(column) && (hasHeader || filled.contains(column))
    }
    return [named] + others
  }

  /// A cell of a sheet goes by its place, such as A1; only those that hold something are told.
  mutating func gridCell(_ cell: Int) {
    var element = elements.control(cell, kind: .item)
    (element.name, element.value, element.isFolder) = (tree[cell].name, tree[cell].text ?? "", false)
    let isEmpty = element.value?.isEmpty ?? true
    if !isEmpty || !element.marks.isDisjoint(with: [.focused, .selected]) { rows.append(element) }
  }

  private func isInSheet(_ cell: Int) -> Bool {
    tree.ancestors(of: cell).contains { tree[$0].role == .documentSpreadsheet }
  }

  func isSameRow(_ first: Int, _ second: Int) -> Bool {
    // Without headers the cells are a grid of things, as Dolphin's icons are.
    if columns.isEmpty { return false }
    if let one = tree[first].cell, let other = tree[second].cell { return one.row == other.row }
    guard columns.count > 1, let one = tree[first].bounds, let other = tree[second].bounds else { return false }
    return one.y == other.y && other.x >= one.maxX - 2
  }

  private mutating func row(of cells: [Int], _ order: [Int]) {
    let texts = order.map { cells.indices.contains($0) ? cellText(cells[$0]) : "" }
    let check = cells.first(where: isCheck)
    let named = order.first.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? cells[0]
    var element = elements.control(check ?? named, kind: check == nil ? .item : .check)
    element.name = texts.first ?? ""
    element.cells = Array(texts.dropFirst())
    element.isFolder = check == nil && isFolder(named, element)
    for cell in cells { element.marks.formUnion(elements.marks(of: cell).intersection([.selected, .focused])) }
    // A row of nothing separates others.
    if !texts.allSatisfy(\.isEmpty) { rows.append(element) }
  }

  /// Cells with neither text nor icon below a header without a name, beside rows that have texts, are boxes to check:
  /// GTK 3 says that they are checked, never that they can be.
  mutating func findChecks(_ cells: [Int]) {
    let bare = cells.filter {
      tree[$0].interfaces.intersection([.action, .image]) == .action && tree.children[$0].isEmpty
        && cellText($0).isEmpty
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
