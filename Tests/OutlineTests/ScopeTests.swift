import Geometry
import Testing

@testable import Outline

@Suite struct ScopeTests {
  private let window = Widget(
    .frame, "Files",
    [
      Widget(.menuBar, [Widget(.menu, "File"), Widget(.menu, "Edit")]),
      Widget(.list, [Widget(.listItem, "a"), Widget(.listItem, "b")]),
    ])

  @Test func aModalDialogComesFirstAndTheRestIsCounted() {
    let dialog = Widget(
      .dialog, "Really?", adding: [.modal, .active], [Widget(.label, "Delete it?"), Widget(.pushButton, "Delete")])
    #expect(
      outline(Snapshot("Files", [dialog, window])) == """
        dialog "Really?" Tester
        "Delete it?" b1 Delete
        behind g2 Files: 2 m, 2 x
        """)
  }

  @Test func anOpenMenuComesFirst() {
    let menu = Widget(
      .menu, "File", adding: .selected, [Widget(.menuItem, "New"), Widget(.checkMenuItem, "Hidden", adding: .checked)])
    let open = Widget(
      .frame, "Files", [Widget(.menuBar, [menu, Widget(.menu, "Edit")]), Widget(.list, [Widget(.listItem, "a")])])
    #expect(
      outline(Snapshot("Files", [open])) == """
        window "Files" Tester
        menu File: i1 New c2+ Hidden
        behind g3: 1 m, 1 x
        """)
  }

  @Test func aPagesOwnMenuStandsInNobodysWay() {
    let menu = Widget(.menu, [Widget(.menuItem, "Privacy"), Widget(.menuItem, "Languages")])
    let page = Widget(.documentWeb, "Settings", [menu, Widget(.checkBox, "Show home button")])
    #expect(
      outline(Snapshot("Settings", [Widget(.frame, "Settings", [page])])) == """
        window "Settings" Tester
        d1 Settings: i2 Privacy i3 Languages c4 Show home button
        """)
  }

  @Test func aContextMenuIsARootOfItsOwn() {
    let popup = Widget(.popupMenu, [Widget(.menuItem, "Copy"), Widget(.menu, "Send To")])
    let text = outline(Snapshot("Files", [popup, window]))
    #expect(text.hasPrefix("window \"Files\" Tester\nmenu: i1 Copy m2 Send To\nbehind g3: "))
  }

  @Test func aListOfChoicesIsInFront() {
    let popup = Widget(.window, [Widget(.list, [Widget(.listItem, "Norway"), Widget(.listItem, "Chile")])])
    let text = outline(Snapshot("Form", [popup, window]))
    #expect(text.split(separator: "\n")[1] == "g1: x2 Norway x3 Chile")
  }

  @Test func aDialogInsideTheWindowIsInFront() {
    let page = Widget(
      .frame, "Page",
      [
        Widget(.pushButton, "Behind"),
        Widget(.dialog, "Confirm", adding: .modal, [Widget(.pushButton, "OK")]),
      ])
    #expect(
      outline(Snapshot("Page", [page])) == """
        dialog "Confirm" Tester
        b1 OK
        behind g2 Page: 1 b
        """)
  }

  @Test func closedMenusAreNotInFront() {
    let menu = Widget(.menu, "File", [Widget(.menuItem, "New", without: .showing)])
    let text = outline(Snapshot("Files", [Widget(.frame, "Files", [Widget(.menuBar, [menu, Widget(.menu, "Edit")])])]))
    #expect(text == "window \"Files\" Tester\nm1 File m2 Edit")
  }

  @Test func aTitleThatNamesItsProgramSaysItOnce() {
    let text = outline(
      Snapshot("notes.txt - Tester", [Widget(.frame, "notes.txt - Tester", [Widget(.pushButton, "Go")])]))
    #expect(text == "window \"notes.txt - Tester\"\nb1 Go")
  }
}
