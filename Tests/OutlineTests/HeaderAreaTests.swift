import Geometry
import Testing

@testable import Outline

@Suite struct HeaderAreaTests {
  @Test func `rows that slide under the headers of their table are not seen`() {
    let header = Widget(.tableColumnHeader, "Name", bounds: Rect(x: 0, y: 100, width: 100, height: 25))
    let cells = ["One", "Two", "Three"].enumerated().map { row, name in
      Widget(.tableCell, name, cell: (row, 0), bounds: Rect(x: 0, y: 98 + row * 26, width: 100, height: 26))
    }
    let table = Widget(.table, bounds: Rect(x: 0, y: 100, width: 100, height: 200), [header] + cells)
    let outline = lines(.window([table])).joined()
    #expect(!outline.contains("One") && outline.contains("Two") && outline.contains("Three"), "\(outline)")
  }

  @Test func `headers elsewhere take nothing away`() {
    let table = Rect(x: 0, y: 100, width: 100, height: 200)
    #expect(table.below([]) == table)
    #expect(table.below([Rect(x: 0, y: 20, width: 100, height: 25)]) == table)
    #expect(table.below([Rect(x: 0, y: 400, width: 100, height: 25)]) == table)
    #expect(table.below([Rect(x: 0, y: 100, width: 100, height: 25)]).y == 125)
    #expect(table.below([Rect(x: 0, y: 100, width: 100, height: 300)]).isEmpty)
  }
}
