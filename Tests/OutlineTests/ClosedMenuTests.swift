import Testing

@testable import Outline

/// What closed menus hold is told where the request is about it, and nothing in view is.
@Suite struct ClosedMenuTests {
  private func window(_ more: [Widget] = []) -> Snapshot {
    let items = ["Save", "Save As...", "Print..."].map { Widget(.menuItem, $0, without: .showing) }
    return .window([Widget(.menuBar, [Widget(.menu, "File", items)]), Widget(.pushButton, "Go")] + more)
  }

  @Test func anItemThatTheRequestNamesIsTold() {
    #expect(lines(window(), for: "save it").last == "not in view: i3 Save (in \"File\") i4 Save As... (in \"File\")")
    #expect(outline(window(), for: "put it on paper").contains("Print... (in \"File\")"))
  }

  @Test func withoutARequestNothingIs() {
    #expect(!outline(window()).contains("not in view"))
    #expect(!outline(window(), for: "fly to the moon").contains("not in view"))
  }

  @Test func aControlInViewIsPreferred() {
    #expect(!outline(window([Widget(.pushButton, "Save")]), for: "save it").contains("not in view"))
  }

  @Test func twoWordsFindOneThatJoinsThem() {
    let window = Snapshot.window(
      (0..<60).map { Widget(.pushButton, "Gadget \($0)") } + [Widget(.pushButton, "Uppercase")])
    #expect(outline(window, for: "make it upper case", budget: 80).contains("Uppercase"))
  }

  @Test func aSentenceFindsWhatItIsAbout() {
    var outliner = Outliner()
    _ = outliner.outline(of: window(), for: "")
    #expect(outliner.find("please print my letter").contains("Print... (in \"File\", hidden)"))
  }
}
