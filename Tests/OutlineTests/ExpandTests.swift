import Commands
import Testing

@testable import Outline

@Suite struct ExpandTests {
  private let list = Snapshot.window([Widget(.list, "Files", (0..<60).map { Widget(.listItem, "file \($0)") })])

  @Test func goesOnWhereTheLastPageStopped() throws {
    var outliner = Outliner(budget: 100)
    var shown = outliner.outline(of: list, for: "").text
    for _ in 0..<6 where !(0..<60).allSatisfy({ shown.contains("file \($0)") }) {
      let page = outliner.expand(Ref(.group, 1))
      shown += try #require(page) + " "
    }
    for row in 0..<60 { #expect(shown.contains("file \(row)")) }
  }

  @Test func opensAClosedMenuFromTheTree() throws {
    let menu = Widget(
      .menu, "File",
      [
        Widget(.menuItem, "Open", without: .showing),
        Widget(.menu, "Recent", without: .showing, [Widget(.menuItem, "a.txt", without: .showing)]),
      ])
    var outliner = Outliner()
    _ = outliner.outline(of: .window([Widget(.menuBar, [menu, Widget(.menu, "Edit")])]), for: "")
    let page = outliner.expand(Ref(.menu, 1))
    #expect(page?.contains("Open") == true)
    #expect(page?.contains("Recent") == true)
  }

  @Test func showsWhatIsBehindADialog() throws {
    let dialog = Widget(.dialog, "D", adding: .modal, [Widget(.pushButton, "OK")])
    var outliner = Outliner()
    let outline = outliner.outline(
      of: Snapshot("W", [dialog, Widget(.frame, "W", [Widget(.pushButton, "Under")])]), for: "")
    #expect(outline.text.contains("behind g2"))
    #expect(outliner.expand(Ref(.group, 2))?.contains("Under") == true)
  }

  @Test func anUnknownRefIsNothing() {
    var outliner = Outliner()
    _ = outliner.outline(of: list, for: "")
    #expect(outliner.expand(Ref(.group, 99)) == nil)
    #expect(outliner.expand(Ref(.button, 1)) == nil)
  }

  @Test func whatHoldsNothingSaysSo() {
    var outliner = Outliner()
    _ = outliner.outline(of: .window([Widget(.pushButton, "Go")]), for: "")
    #expect(outliner.expand(Ref(.button, 1)) == "b1 holds nothing more")
  }
}
