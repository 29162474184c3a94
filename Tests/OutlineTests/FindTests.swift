import Testing

@testable import Outline

@Suite struct FindTests {
  private let window = Snapshot.window([
    Widget(
      .menuBar,
      [
        Widget(
          .menu, "Format",
          [Widget(.menu, "Text", without: .showing, [Widget(.checkMenuItem, "Bold", without: .showing)])]),
        Widget(.menu, "Edit"),
      ]),
    Widget(.pushButton, "Embolden all", description: "Makes everything bold"),
    Widget(.toggleButton, "Boldness"), Widget(.pushButton, "Remove"),
    Widget(
      .table, "Files",
      [
        Widget(.tableColumnHeader, "Name"), Widget(.tableColumnHeader, "Size"),
        Widget(.tableCell, "a.pdf", cell: (0, 0)), Widget(.tableCell, "12 kB", cell: (0, 1)),
      ]),
  ])

  private func find(_ text: String) -> [String] {
    var outliner = Outliner()
    _ = outliner.outline(of: window, for: "")
    return outliner.find(text).split(separator: "\n").map(String.init)
  }

  @Test func theBestMatchIsFirst() {
    let found = find("bold")
    #expect(found[0] == "3 found")
    #expect(found[1].contains(" Bold (in \"Format > Text\", hidden)"))
    #expect(found[2].hasSuffix(" Boldness"))
    #expect(found[3].hasSuffix(" Embolden all"))
  }

  @Test func findsAnotherWordForTheSame() {
    #expect(find("delete").dropFirst().first?.hasSuffix("Remove") == true)
  }

  @Test func whatIsOnlySimilarIsLeftOutWhereSomethingIsCalledSo() {
    let rows = ["Save", "Store", "Keep", "Shave", "Wave"].map { Widget(.pushButton, $0) }
    var outliner = Outliner()
    _ = outliner.outline(of: .window(rows), for: "")
    #expect(outliner.find("save") == "1 found\nb1 Save")
  }

  @Test func findsDespiteASlip() {
    #expect(find("boldnes").count == 2)
    #expect(find("remvoe").dropFirst().first?.hasSuffix("Remove") == true)
  }

  @Test func findsCellsAndColumns() {
    #expect(find("12 kB").dropFirst().first?.contains("a.pdf|12 kB") == true)
    #expect(find("size").dropFirst().first?.hasSuffix(" Size (in \"Files\")") == true)
  }

  @Test func saysWhatItDidNotFind() {
    #expect(find("zebra\" b3") == ["\"zebra\\\" b3\" not found"])
    #expect(find("") == ["\"\" not found"])
  }

  @Test func saysHowManyThereAre() {
    var outliner = Outliner(budget: 100)
    _ = outliner.outline(of: .window((0..<40).map { Widget(.pushButton, "Item \($0)") }), for: "")
    #expect(outliner.find("item").hasPrefix("40 found, best 12\n"))
  }

  @Test func beforeAnyOutlineThereIsNothingToSearch() {
    var outliner = Outliner()
    #expect(outliner.find("bold") == "no outline yet")
  }
}
