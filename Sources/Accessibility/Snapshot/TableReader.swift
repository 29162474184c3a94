import Geometry
import Outline

/// Reads the cells of containers that manage their descendants, which may have billions: all of them where
/// they are few, else those in view.
struct TableReader {
  private static let mostCells = 256
  private static let mostColumns = 32

  let connection: Connection
  let deadline: ContinuousClock.Instant
  let coordinates: CoordinateType
  let visibility: Visibility

  /// `nodes` with the cells below their containers.
  func completed(_ nodes: [Node]) -> [Node] {
    var tables = nodes.indices.filter {
      nodes[$0].states.contains(.managesDescendants) && visibility.isVisible(nodes[$0])
    }.map {
      Table(place: $0, id: nodes[$0].id, bounds: nodes[$0].bounds, isTable: nodes[$0].interfaces.contains(.table))
    }
    guard !tables.isEmpty else { return nodes }
    readSizes(&tables)
    readRanges(&tables)
    readReferences(&tables)
    var nodes = nodes
    for table in tables { nodes[table.place].childCount = table.childCount }
    let cells = readCells(of: tables)
    return insert(cells, into: nodes)
  }

  private func readSizes(_ tables: inout [Table]) {
    var found = tables
    let batch = Batch(connection, until: deadline)
    for (index, table) in tables.enumerated() {
      batch.add(.childCount(of: table.id)) { found[index].childCount = Int($0.property?.int32 ?? 0) }
      guard table.isTable else { continue }
      batch.add(.property("NRows", Interface.table, of: table.id)) {
        found[index].rowCount = max(0, Int($0.property?.int32 ?? 0))
      }
      batch.add(.property("NColumns", Interface.table, of: table.id)) {
        found[index].columnCount = max(0, Int($0.property?.int32 ?? 0))
      }
    }
    batch.run()
    tables = found
  }

  /// Finds out which cells are in view, where there are too many to read them all, by what lies below two
  /// opposite corners.
  private func readRanges(_ tables: inout [Table]) {
    var found = tables
    let batch = Batch(connection, until: deadline)
    var corners: [(table: Int, id: NodeID)] = []
    for (index, table) in tables.enumerated() {
      if table.cellCount <= Self.mostCells {
        found[index].rows = 0..<table.rowCount
        found[index].columns = 0..<min(table.columnCount, Self.mostColumns)
        continue
      }
      for corner in visibleCorners(of: table) {
        batch.add(.accessible(in: table.id, atX: corner.x, y: corner.y, coordinates)) {
          if let id = $0.child(0)?.reference { corners.append((index, id)) }
        }
      }
    }
    batch.run()
    var indices: [(table: Int, index: Int32)] = []
    for corner in corners {
      batch.add(Call(corner.id, Interface.accessible, "GetIndexInParent")) {
        if let index = $0.child(0)?.int32, index >= 0 { indices.append((corner.table, index)) }
      }
    }
    batch.run()
    for (table, index) in indices {
      let id = tables[table].id
      batch.add(Call(id, Interface.table, "GetRowAtIndex", [.int32(index)])) {
        if let row = $0.child(0)?.int32, row >= 0 { found[table].includeRow(Int(row)) }
      }
      batch.add(Call(id, Interface.table, "GetColumnAtIndex", [.int32(index)])) {
        if let column = $0.child(0)?.int32, column >= 0 { found[table].includeColumn(Int(column)) }
      }
    }
    batch.run()
    for index in found.indices { found[index].limit(to: Self.mostCells) }
    tables = found
  }

  /// A little inside, because the outermost pixels are borders; and both below where a header may be.
  private func visibleCorners(of table: Table) -> [Point] {
    guard let bounds = table.bounds,
      let area = visibility.areas.map({ $0.intersection(bounds) }).first(where: { !$0.isEmpty })
    else { return [] }
    let inset = 8
    let header = 32
    return [
      Point(x: area.x + inset, y: area.y + inset), Point(x: area.x + inset, y: area.y + header),
      Point(x: area.maxX - inset, y: area.maxY - inset),
    ]
  }

  private func readReferences(_ tables: inout [Table]) {
    var found = tables
    let batch = Batch(connection, until: deadline)
    for (index, table) in tables.enumerated() {
      if !table.isTable {
        guard (1...Self.mostCells).contains(table.childCount) else { continue }
        batch.add(.children(of: table.id)) {
          found[index].cells += ($0.child(0)?.references ?? []).map { Cell(id: $0, position: nil) }
        }
        continue
      }
      for column in table.columns {
        batch.add(Call(table.id, Interface.table, "GetColumnHeader", [.int32(Int32(column))])) {
          if let id = $0.child(0)?.reference { found[index].cells.append(Cell(id: id, position: nil)) }
        }
      }
      for row in table.rows {
        for column in table.columns {
          batch.add(.cell(of: table.id, row: row, column: column)) {
            guard let id = $0.child(0)?.reference else { return }
            found[index].cells.append(Cell(id: id, position: CellPosition(row: row, column: column)))
          }
        }
      }
    }
    batch.run()
    tables = found
  }

  /// Reads the cells, and what a cell with several parts is made of; for each table, parents first, with
  /// parents counted from its first cell.
  private func readCells(of tables: [Table]) -> [Int: [Node]] {
    var cells = tables.flatMap { table in
      table.cells.map { (table: table.place, node: Node(id: $0.id, parent: nil, role: .unknown, cell: $0.position)) }
    }
    read(cells.map(\.node)) { index, change in change(&cells[index].node) }
    var parts: [(cell: Int, node: Node)] = []
    let batch = Batch(connection, until: deadline)
    for (index, cell) in cells.enumerated() where (1...8).contains(cell.node.childCount) {
      batch.add(.children(of: cell.node.id)) { reply in
        parts += (reply.child(0)?.references ?? []).map { (index, Node(id: $0, parent: nil, role: .unknown)) }
      }
    }
    batch.run()
    read(parts.map(\.node)) { index, change in change(&parts[index].node) }
    let partsOf = Dictionary(grouping: parts, by: \.cell)
    var result: [Int: [Node]] = [:]
    for (index, cell) in cells.enumerated() {
      let place = result[cell.table, default: []].count
      result[cell.table, default: []].append(cell.node)
      for var part in (partsOf[index] ?? []).map(\.node) {
        part.parent = place
        result[cell.table, default: []].append(part)
      }
    }
    return result
  }

  private func read(_ nodes: [Node], store: @escaping (Int, (inout Node) -> Void) -> Void) {
    let batch = Batch(connection, until: deadline)
    for (index, node) in nodes.enumerated() {
      batch.readBasics(of: node.id, coordinates) { store(index, $0) }
      batch.readOffers(of: node.id) { store(index, $0) }
    }
    batch.run()
  }

  private func insert(_ cells: [Int: [Node]], into nodes: [Node]) -> [Node] {
    var result: [Node] = []
    var places: [Int] = []
    for (index, node) in nodes.enumerated() {
      places.append(result.count)
      var node = node
      node.parent = node.parent.map { places[$0] }
      result.append(node)
      let first = result.count
      for var cell in cells[index] ?? [] {
        cell.parent = cell.parent.map { first + $0 } ?? places[index]
        result.append(cell)
      }
    }
    return result
  }

  /// A container and what is known of its cells.
  private struct Table {
    /// Its place in the snapshot.
    var place: Int
    var id: NodeID
    var bounds: Rect?
    var isTable: Bool
    var childCount = 0
    var rowCount = 0
    var columnCount = 0
    var rows = 0..<0
    var columns = 0..<0
    var cells: [Cell] = []

    init(place: Int, id: NodeID, bounds: Rect?, isTable: Bool) {
      self.place = place
      self.id = id
      self.bounds = bounds
      self.isTable = isTable
    }

    var cellCount: Int { rowCount * columnCount }

    mutating func includeRow(_ row: Int) {
      rows = rows.isEmpty ? row..<row + 1 : min(rows.lowerBound, row)..<max(rows.upperBound, row + 1)
    }

    mutating func includeColumn(_ column: Int) {
      columns =
        columns.isEmpty ? column..<column + 1 : min(columns.lowerBound, column)..<max(columns.upperBound, column + 1)
    }

    mutating func limit(to cells: Int) {
      columns = columns.prefix(TableReader.mostColumns)
      rows = rows.prefix(max(1, cells / max(1, columns.count)))
    }
  }

  private struct Cell {
    var id: NodeID
    var position: CellPosition?
  }
}
