import MessageBus
import Outline
import Testing

@testable import Accessibility

@Suite struct CellContainerTests {
  private func container(rows: Int, columns: Int) -> CellContainer {
    var container = CellContainer(
      place: 0, node: Node(id: NodeID(bus: ":1.1", path: "/1"), parent: nil, role: .table, interfaces: .table))
    container.rowCount = rows
    container.columnCount = columns
    return container
  }

  @Test func aSmallOneIsReadWhole() {
    var small = container(rows: 16, columns: 4)
    small.limit()
    #expect(!small.isLarge)
    #expect(small.rows == 0..<16)
    #expect(small.columns == 0..<4)
  }

  @Test func ofALargeOneTheRowsInViewAndTheirNeighboursAreRead() {
    var large = container(rows: 5000, columns: 2)
    for row in [41, 40, 52] { large.includeRow(row) }
    large.includeColumn(1)
    large.limit()
    #expect(large.rows == 39..<54)
    #expect(large.columns == 1..<2)
  }

  @Test func aLargeOneOfWhichNothingIsKnownIsReadFromItsStart() {
    var sheet = container(rows: 1_048_576, columns: 16_384)
    sheet.limit()
    #expect(sheet.columns == 0..<CellContainer.mostColumns)
    #expect(sheet.rows.count * sheet.columns.count <= CellContainer.mostCells)
  }

  @Test func aLastRowThatIsNotCountedIsReadAsChildren() {
    var icons = container(rows: 1, columns: 4)
    icons.childCount = 6
    icons.includeLastRow()
    icons.limit()
    #expect(icons.rows == 0..<2)
    #expect(icons.positions.count == 6)
    #expect(icons.cellCount == 6)
    #expect(icons.call(for: .init(row: 0, column: 3)).method == "GetAccessibleAt")
    #expect(icons.call(for: .init(row: 1, column: 1)).method == "GetChildAtIndex")
  }

  @Test func headersBesideCellsAreNoRow() {
    var table = container(rows: 3, columns: 4)
    table.childCount = 16
    table.includeLastRow()
    #expect(table.rowCount == 3)
    #expect(table.partialRow == nil)
    #expect(table.cellCount == 12)
  }

  @Test func anEmptyOneHasNoRows() {
    var empty = container(rows: 0, columns: 3)
    empty.limit()
    #expect(empty.rows.isEmpty)
  }
}
