import Geometry
import MessageBus
import Outline

/// A container that manages its descendants, and what is known of them.
struct CellContainer {
  /// More cells than this are not read all.
  static let mostCells = 256
  static let mostColumns = 32

  /// Its place in the snapshot.
  var place: Int
  var id: NodeID
  var bounds: Rect?
  var isTable: Bool
  var childCount = 0
  var rowCount = 0
  var columnCount = 0
  /// A last row that is not full, which Dolphin does not count, though its cells are children like all others.
  private(set) var partialRow: Int?
  /// The rows and columns that are read.
  var rows = 0..<0
  var columns = 0..<0
  var cells: [Cell] = []

  struct Cell {
    var id: NodeID
    var position: CellPosition?
  }

  init(place: Int, node: Node) {
    self.place = place
    id = node.id
    bounds = node.bounds
    isTable = node.interfaces.contains(.table)
  }

  /// Whether only the cells in view are read.
  var isLarge: Bool { rowCount * columnCount > Self.mostCells }

  /// How many it holds without headers, which GTK 3 counts as children, too.
  var cellCount: Int { isTable ? min(childCount, rowCount * columnCount) : childCount }

  mutating func includeLastRow() {
    let rest = childCount - rowCount * columnCount
    guard rest > 0, rest < columnCount else { return }
    partialRow = rowCount
    rowCount += 1
  }

  /// The cells that are read, row by row.
  var positions: [CellPosition] {
    rows.flatMap { row in columns.map { CellPosition(row: row, column: $0) } }.filter {
      $0.row != partialRow || index(of: $0) < childCount
    }
  }

  func call(for position: CellPosition) -> Call {
    position.row == partialRow
      ? .child(of: id, at: index(of: position)) : .cell(of: id, row: position.row, column: position.column)
  }

  private func index(of position: CellPosition) -> Int { position.row * columnCount + position.column }

  mutating func includeRow(_ row: Int) {
    rows = rows.isEmpty ? row..<row + 1 : min(rows.lowerBound, row)..<max(rows.upperBound, row + 1)
  }

  mutating func includeColumn(_ column: Int) {
    columns =
      columns.isEmpty ? column..<column + 1 : min(columns.lowerBound, column)..<max(columns.upperBound, column + 1)
  }

  /// Keeps to the limits, after adding a row on either side of those that were found in view, and from the
  /// first cell where none was found.
  mutating func limit() {
    if rows.isEmpty { rows = 0..<rowCount }
    if columns.isEmpty { columns = 0..<columnCount }
    columns = columns.prefix(Self.mostColumns)
    rows = max(0, rows.lowerBound - 1)..<max(0, min(rowCount, rows.upperBound + 1))
    rows = rows.prefix(max(1, Self.mostCells / max(1, columns.count)))
  }
}
