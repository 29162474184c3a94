import Testing

@testable import Ledger

@Suite struct TableTests {
  private typealias Column = Table.Column

  @Test func alignsNumbersToTheRight() {
    let table = Table(
      columns: [Column("Name"), Column("Size", .right)], rows: [["a", "1"], ["long name", "12,345"]],
      totals: ["Total", "12,346"], notes: ["A note."])
    #expect(
      table.rendered() == """
        Name         Size
        ─────────────────
        a               1
        long name  12,345
        ─────────────────
        Total      12,346
        A note.

        """)
  }

  @Test func rendersNoRows() {
    #expect(Table(columns: [Column("Name")], rows: []).rendered() == "Name\n────\n")
  }

  @Test func breaksTitlesBeforeCells() {
    let table = Table(
      columns: [Column("Text", overflow: .wrap(lines: 2)), Column("Cache Read", .right)], rows: [["some words", "1"]])
    #expect(
      table.rendered(width: 17) == """
        Text        Cache
                     Read
        ─────────────────
        some words      1

        """)
  }

  @Test func wrapsAndCutsCells() {
    let table = Table(
      columns: [Column("Text", overflow: .wrap(lines: 2)), Column("Size", .right)],
      rows: [["one two three four five", "1"], ["abcdefghijkl", "2"]])
    #expect(
      table.rendered(width: 15) == """
        Text       Size
        ───────────────
        one two       1
        three fo…
        abcdefghi     2
        jkl

        """)
  }

  @Test func leavesOutTheMostDispensableColumnFirst() {
    let table = Table(
      columns: [
        Column("Name"), Column("Model", dispensable: 2), Column("Turns", .right, dispensable: 1),
        Column("Size", .right),
      ],
      rows: [["name", "haiku-5-5", "2", "1"]])
    #expect(table.rendered(width: 28).hasPrefix("Name  Model      Turns  Size\n"))
    #expect(table.rendered(width: 27).hasPrefix("Name  Turns  Size\n"))
    #expect(table.rendered(width: 16).hasPrefix("Name  Size\n"))
  }

  @Test func leavesAColumnOutBeforeItBreaksWords() {
    let table = Table(
      columns: [Column("Text", overflow: .wrap(lines: 3)), Column("Size", .right, dispensable: 1)],
      rows: [["overloaded servers", "1"]])
    #expect(table.rendered(width: 18).hasPrefix("Text          Size\n──────────────────\noverloaded       1\n"))
    #expect(table.rendered(width: 17) == "Text\n─────────────────\noverloaded\nservers\n")
    #expect(table.rendered(width: 8) == "Text\n────────\noverload\ned\nservers\n")
  }

  @Test func breaksNotesAtSpaces() {
    let table = Table(columns: [Column("Name")], rows: [], notes: ["some words of a note"])
    #expect(table.rendered(width: 10) == "Name\n────\nsome words\nof a note\n")
  }

  @Test func keepsWhatMayNotGrowNarrower() {
    let table = Table(columns: [Column("Name"), Column("Size", .right)], rows: [["name", "12,345"]])
    #expect(table.rendered(width: 4) == "Name    Size\n────────────\nname  12,345\n")
  }

  @Test func noCellCanBreakTheTable() {
    let table = Table(columns: [Column("A"), Column("B")], rows: [["x\n\r\n\u{1B}[2J\u{2028}\u{202E}y", "z"]])
    #expect(table.rendered() == "A            B\n──────────────\nx    [2J  y  z\n")
  }

  @Test func knowsWideCharacters() {
    let table = Table(columns: [Column("A", overflow: .wrap(lines: 1)), Column("B")], rows: [["整理这个文件夹", "z"]])
    #expect(table.rendered() == "A               B\n─────────────────\n整理这个文件夹  z\n")
    #expect(table.rendered(width: 12) == "A          B\n────────────\n整理这个…  z\n")
  }

  @Test(arguments: 1...30)
  func wrappingLosesNothing(width: Int) {
    let text = "a bc 整理 defghijklmnop 👩‍👩‍👧  end"
    let lines = text.wrapped(to: width, limit: .max)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    #expect(lines.allSatisfy { $0.displayWidth <= max(width, 2) })
  }
}
