import Geometry
import Testing

@testable import Outline

@Suite struct RowTests {
  private func table(_ rows: [[String]], header: [String], adding: States = []) -> Widget {
    let headers = header.enumerated().map {
      Widget(.tableColumnHeader, $0.element, bounds: Rect(x: $0.offset * 100, y: 100, width: 100, height: 20))
    }
    let cells = rows.enumerated().flatMap { row in
      row.element.enumerated().map { column in
        Widget(
          .tableCell, column.element, cell: (row.offset, column.offset),
          bounds: Rect(x: column.offset * 100, y: 120 + row.offset * 20, width: 100, height: 20), adding: .selectable)
      }
    }
    return Widget(.table, bounds: Rect(x: 0, y: 100, width: 700, height: 480), headers + cells)
  }

  @Test func cellsOfOneRowAreOneLineOfATable() {
    let files = table(
      [["Papers", "", "Folder"], ["a.pdf", "12 kB", "PDF document"]], header: ["Name", "Size", "Type"])
    #expect(lines(.window([files])) == ["g1 (Name|Size|Type): x2 Papers/||Folder x3 a.pdf|12 kB|PDF document"])
  }

  @Test func aListOfThingsThatAreCalledLikeCellsIsNoSheet() {
    let fonts = table([["C059"], ["P052"], ["Sans"]], header: [""])
    #expect(lines(.window([fonts])) == ["g1: x2 C059 x3 P052 x4 Sans"])
    let cells = [
      Widget(.tableCell, "A1", text: "Rent", cell: (0, 0)), Widget(.tableCell, "A2", text: "", cell: (1, 0)),
    ]
    let sheet = Widget(.documentSpreadsheet, [Widget(.table, "Sheet1", cells)])
    #expect(lines(.window([sheet])).last?.contains("=\"Rent\" A1") == true)
    #expect(lines(.window([sheet])).last?.contains("A2") == false)
  }

  @Test func columnsThatDoNotFitAreNamed() {
    let rows = (0..<8).map { ["report \($0).pdf", "12.\($0) kB", "Portable Document Format"] }
    let files = table(rows, header: ["Name", "Size", "Type"])
    let line = lines(.window([files]), budget: 100)[0]
    #expect(
      line.hasPrefix("g1 (Name|Size, Type): x2 report 0.pdf|12.0 kB")
        || line.hasPrefix("g1 (Name, Size, Type): x2 report 0.pdf x3"))
    #expect(lines(.window([files]), for: "which one is the type", budget: 145)[0].hasPrefix("g1 (Name|Type, Size):"))
  }

  @Test func aRowWithoutASizeBesideRowsWithOneIsAFolder() {
    let files = table([["Papers", ""], ["a.pdf", "12 kB"]], header: ["Name", "Size"])
    #expect(lines(.window([files]))[0].contains("x2 Papers/"))
    let nobody = table([["Ann", ""], ["Bob", ""]], header: ["Name", "Size"])
    #expect(lines(.window([nobody]))[0].contains("x2 Ann|"))
  }

  @Test func cellsToCheckTakeTheNameOfTheirRow() {
    let headers = [
      Widget(.tableColumnHeader, ""), Widget(.tableColumnHeader, "Topping"), Widget(.tableColumnHeader, "Price"),
    ]
    let cells = [
      Widget(.tableCell, cell: (0, 0), adding: .checked), Widget(.tableCell, "Cheese", cell: (0, 1)),
      Widget(.tableCell, "1.00", cell: (0, 2)), Widget(.tableCell, cell: (1, 0)),
      Widget(.tableCell, "Ham", cell: (1, 1)), Widget(.tableCell, "1.50", cell: (1, 2)),
    ]
    #expect(lines(.window([Widget(.table, headers + cells)])) == ["g1 (Topping|Price): c2+ Cheese|1.00 c3 Ham|1.50"])
  }

  @Test func cellsThatAreIconsAreNotToCheck() {
    let headers = [Widget(.tableColumnHeader, ""), Widget(.tableColumnHeader, "")]
    let cells = ["Column", "Bar"].enumerated().flatMap { row, name in
      [
        Widget(.tableCell, cell: (row, 0), interfaces: [.component, .action, .image]),
        Widget(.tableCell, name, cell: (row, 1)),
      ]
    }
    #expect(lines(.window([Widget(.table, headers + cells)])) == ["g1: x2 Column x3 Bar"])
  }

  @Test func aGridWithoutHeadersIsAListOfThings() {
    let icons = (0..<4).map { Widget(.tableCell, "file \($0)", cell: ($0 / 2, $0 % 2)) }
    #expect(lines(.window([Widget(.table, icons)])) == ["g1: x2 file 0 x3 file 1 x4 file 2 x5 file 3"])
  }

  @Test func rowsThatAreAccessiblesKeepTheirControls() {
    let row = Widget(.listItem, [Widget(.label, "Update"), Widget(.label, "3 MB"), Widget(.pushButton, "Install")])
    #expect(lines(.window([Widget(.listBox, "Software", [row])])) == ["g1 Software: x2 Update|3 MB b3 Install"])
  }

  @Test func treesListTheirBranches() {
    let tree = Widget(.tree, [Widget(.treeItem, "Home", [Widget(.treeItem, "Music"), Widget(.treeItem, "Films")])])
    #expect(lines(.window([tree])) == ["g1: x2 Home x3 Music x4 Films"])
  }

  @Test func aListSaysHowManyRowsItsProgramHas() {
    let list = Widget(.list, "Log", childCount: 5000, (0..<3).map { Widget(.listItem, "line \($0)") })
    #expect(lines(.window([list])) == ["g1 Log 5000 rows: x2 line 0 x3 line 1 x4 line 2"])
  }

  @Test func anEmptyListSaysSo() {
    let list = Widget(.list, bounds: Rect(x: 0, y: 0, width: 700, height: 500))
    #expect(lines(.window([list])) == ["g1 empty:"])
  }

  @Test func rowsThatGTK4DoesNotDescribeAreCounted() {
    let known = ["a.txt", "b.txt"].map { Widget(.tableCell, $0) }
    let unknown = (0..<5).map { _ in Widget(.tableCell, "NautilusGridCell").unplaced() }
    #expect(lines(.window(toolkit: "GTK", [Widget(.table, known + unknown)])) == ["g1 7 rows: x2 a.txt x3 b.txt"])
  }

  @Test func rowsWithoutAWordAreLeftOut() {
    let list = Widget(.list, [Widget(.listItem, "A"), Widget(.listItem), Widget(.listItem, "B")])
    #expect(lines(.window([list])) == ["g1: x2 A x3 B"])
  }

  @Test func theFocusOfItsPaneIsTheLists() {
    let pane = Widget(
      .scrollPane, adding: .focused, [Widget(.list, [Widget(.listItem, "A", adding: [.selected, .focused])])])
    #expect(lines(.window([pane])) == ["g1!: x2*! A"])
  }
}
