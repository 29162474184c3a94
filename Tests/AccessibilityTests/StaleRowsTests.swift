import Outline
import Testing

@testable import Accessibility

@Suite struct StaleRowsTests {
  private static let rows = [["bravo", "1 byte"], ["bravo", "1 byte"], ["delta", "4 bytes"]]

  @Test func `rows of which two are alike say nothing`() {
    let nodes = marked(Self.rows, in: "thunar")
    #expect(nodes[0].states.contains(.stale))
    #expect(nodes[1].name == "Name")
    #expect(nodes.dropFirst(2).allSatisfy { $0.name.isEmpty && $0.text == nil })
  }

  @Test(arguments: [[["bravo", "1 byte"], ["bravo", "2 bytes"]], [["Disk"], ["Disk"]], [["bravo", "1 byte"]], []])
  func `rows that differ, and places of the side pane, are as they are`(rows: [[String]]) {
    #expect(isUntouched(rows, in: "thunar"))
  }

  @Test func `other programs may have rows that are alike`() {
    #expect(isUntouched(Self.rows, in: "zenity"))
  }

  @Test(arguments: ["\"alpha\" | 9 bytes", "„alpha“: 9 Byte", "« alpha »"])
  func `a row that the status bar calls by the name of another is out of date`(status: String) {
    #expect(isStale(status))
  }

  @Test(arguments: ["\"golf\" | 3 bytes", "2 files | alpha: 9 bytes", "9 bytes", ""])
  func `a status bar that does not name another row contradicts none`(status: String) {
    #expect(!isStale(status))
  }

  /// Whether a list whose selected row says "golf" is stale beside this status bar.
  private func isStale(_ status: String) -> Bool {
    var nodes = list([["golf", "3 bytes"], ["alpha", "9 bytes"]])
    for place in nodes.indices where nodes[place].cell?.row == 0 { nodes[place].states.insert(.selected) }
    nodes.append(Node(id: NodeID(bus: ":1.1", path: "/status"), parent: nil, role: .statusBar, name: status))
    return marked(nodes, in: "thunar")[0].states.contains(.stale)
  }

  private func isUntouched(_ rows: [[String]], in program: String) -> Bool {
    marked(rows, in: program) == list(rows)
  }

  private func marked(_ rows: [[String]], in program: String) -> [Node] { marked(list(rows), in: program) }

  private func marked(_ nodes: [Node], in program: String) -> [Node] {
    StaleRows.marked(nodes, of: Program(root: NodeID(bus: ":1.1", path: "/root"), name: program))
  }

  /// A list with a heading, whose first cells hold an icon and a text.
  private func list(_ rows: [[String]]) -> [Node] {
    var nodes: [Node] = []
    func add(_ role: Role, _ name: String = "", below parent: Int?, at cell: CellPosition? = nil) {
      let id = NodeID(bus: ":1.1", path: "/\(nodes.count)")
      nodes.append(Node(id: id, parent: parent, role: role, name: name, cell: cell))
    }
    add(.table, below: nil)
    add(.tableColumnHeader, "Name", below: 0)
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let position = CellPosition(row: row, column: column)
        add(.tableCell, column == 0 ? "" : text, below: 0, at: position)
        guard column == 0 else { continue }
        let cell = nodes.count - 1
        add(.icon, below: cell)
        add(.tableCell, text, below: cell)
      }
    }
    return nodes
  }
}
