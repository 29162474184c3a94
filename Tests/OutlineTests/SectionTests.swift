import Geometry
import Testing

@testable import Outline

/// The prune and group passes, by the lines that they leave.
@Suite struct SectionTests {
  @Test func wrappersAndDecorationVanish() {
    let window = Snapshot.window([
      Widget(.panel, [Widget(.filler, [Widget(.pushButton, "Go")]), Widget(.separator), Widget(.scrollBar, "Scroll")]),
      Widget(.pushButton, "Stop"),
    ])
    #expect(lines(window).joined(separator: " ") == "b1 Go b2 Stop")
  }

  @Test func aControlSwallowsItsTexts() {
    #expect(
      lines(.window([Widget(.pushButton, "Save", [Widget(.image, "disk"), Widget(.label, "Save")])])) == ["b1 Save"])
  }

  @Test func aMenuOfWhichItemsAreNotExposedCanBeLookedAt() {
    let item = Widget(.menuItem, "Rename")
    let menu = Rect(x: 10, y: 10, width: 200, height: 120)
    let whole = Snapshot("Test", toolkit: "Qt", [Widget(.popupMenu, bounds: menu, [item]), Widget(.frame, "Test")])
    #expect(lines(whole).first == "menu: i1 Rename")
    let partial = Snapshot(
      "Test", toolkit: "Qt", [Widget(.popupMenu, bounds: menu, childCount: 3, [item]), Widget(.frame, "Test")])
    #expect(lines(partial).first == "menu: i1 Rename g2 opaque 200x120")
  }

  @Test func aLongTextStatesItsWholeLength() {
    var text = Widget(
      .text, "Letter", text: String(repeating: "word ", count: 100), adding: [.editable, .multiLine])
    #expect(lines(.window([text])).first?.hasSuffix("Letter (500 characters)") == true)
    text.node.textLength = 12_345
    #expect(lines(.window([text])).first?.hasSuffix("Letter (12345 characters)") == true)
  }

  @Test func aButtonInAButtonIsOne() {
    let nested = Widget(.pushButton, "GtkMenuButton", description: "Main Menu", [Widget(.pushButton, "GtkMenuButton")])
    #expect(lines(.window(toolkit: "GTK", [nested])) == ["b1 Main Menu"])
  }

  @Test func aToggleButtonOfGTK4IsMarkedThoughItIsCalledAPushButton() {
    let button = Widget(.pushButton, "Bold", adding: .pressed)
    #expect(lines(.window(toolkit: "GTK", [button])) == ["b1+ Bold"])
    #expect(lines(.window(toolkit: "gtk", [button])) == ["b1 Bold"])
  }

  @Test func aStatusBarWithoutPartsIsNotDrawnOver() {
    let icons = Widget(
      .panel, "", bounds: Rect(x: 0, y: 0, width: 800, height: 570), [Widget(.directoryPane, "Icon view")])
    let status = Widget(.statusBar, "60 files", bounds: Rect(x: 0, y: 570, width: 800, height: 30))
    #expect(lines(.window([Widget(.panel, [icons, status])])) == ["g1 opaque 800x570 Icon view \"60 files\""])
  }

  @Test func anEmptyListIsNotDrawnOver() {
    let list = Widget(.scrollPane, "", bounds: Rect(x: 0, y: 0, width: 800, height: 300), [Widget(.list).unplaced()])
    #expect(lines(.window(toolkit: "GTK", [list, Widget(.pushButton, "Go")])) == ["b1 Go"])
  }

  @Test func theRowsOfATreeViewOfGTK4AreOnlyDrawn() {
    let heading = Widget(
      .pushButton, "GtkButton", bounds: Rect(x: 0, y: 0, width: 90, height: 20), [Widget(.label, "Name")])
    let view = Widget(.filler, "GtkTreeView", bounds: Rect(x: 0, y: 0, width: 200, height: 100), [heading])
    #expect(lines(.window(toolkit: "GTK", [view])) == ["g1 opaque 200x100 b2 Name"])
  }

  @Test func rowsThatAreOutOfDateAreNotShown() {
    let area = Rect(x: 0, y: 0, width: 200, height: 100)
    let cells = (0..<2).map { Widget(.tableCell, "", bounds: Rect(x: 0, y: $0 * 20, width: 200, height: 20)) }
    let list = Widget(.table, "Files", bounds: area, adding: .stale, cells)
    #expect(lines(.window([list])) == ["g1 Files: g2 opaque 200x100 out of date, key F5"])
  }

  @Test func aDropDownListWithAFieldIsOneRef() {
    let field = Widget(.text, text: "12 pt", caret: 2, adding: [.editable, .focused])
    let combo = Widget(.comboBox, [Widget(.menu, without: .showing, [Widget(.menuItem, "14 pt")]), field])
    #expect(lines(.window([Widget(.label, "Size:"), combo])).last?.hasSuffix("o1!=\"12| pt\"") == true)
  }

  @Test func aDropDownListOfGTK4ThatOnlyDrawsItsChoiceCanBeLookedAt() {
    let button = Widget(.toggleButton, "GtkToggleButton", [Widget(.filler, "GtkCellView")])
    let combo = Widget(.comboBox, "GtkComboBox", bounds: Rect(x: 10, y: 10, width: 130, height: 34), [button])
    #expect(lines(.window(toolkit: "GTK", [combo])) == ["o1 opaque 130x34"])
    #expect(lines(.window(toolkit: "gtk", [combo])) == ["o1"])
  }

  @Test func aDropDownListOfGTK4HoldsItsChoiceAsAListOfOne() {
    let choice = Widget(.list, "GtkListView", [Widget(.listItem, [Widget(.label, "Double click")])])
    let combo = Widget(.comboBox, "Action", bounds: Rect(x: 10, y: 40, width: 300, height: 34), [choice])
    let note = Widget(.label, "How files open", bounds: Rect(x: 10, y: 10, width: 200, height: 20))
    #expect(lines(.window(toolkit: "GTK", [note, combo])) == ["\"How files open\" o1=\"Double click\" Action"])
  }

  @Test func aListThatFillsABoxIsCalledByTheHeadingOfTheBox() {
    let rows = Widget(.scrollPane, [Widget(.list, [Widget(.listItem, "Date"), Widget(.listItem, "Time")])])
    let heading = Widget(.label, "Category")
    #expect(lines(.window([Widget(.panel, "Category", [rows, heading])])) == ["g1 Category: x2 Date x3 Time"])
    #expect(lines(.window([Widget(.panel, "Details view", [rows])])) == ["g1: x2 Date x3 Time"])
    let shared = Widget(.panel, "Category", [rows, heading, Widget(.pushButton, "Add")])
    #expect(lines(.window([shared])).contains("g1: x2 Date x3 Time"))
  }

  @Test func aDropDownListOfLibreOfficesDialogsCanBeLookedAt() {
    let place = Rect(x: 110, y: 20, width: 230, height: 34)
    let label = Widget(.label, "Language", bounds: Rect(x: 10, y: 20, width: 80, height: 34))
    let hidden = Widget(.text, adding: .editable, without: .showing).unplaced()
    let combo = Widget(.comboBox, bounds: place, [hidden, Widget(.toggleButton, bounds: place)])
    #expect(lines(.window([label, combo])) == ["o1 opaque 230x34 Language"])
    let field = Widget(.text, text: "Greek", bounds: place, adding: .editable)
    let typed = Widget(.comboBox, bounds: place, [field, Widget(.toggleButton, bounds: place)])
    #expect(lines(.window([label, typed])) == ["o1=\"Greek\" Language"])
  }

  @Test func aDropDownListWithIconsSaysWhatIsChosenNotTheIcon() {
    let items = [Widget(.menuItem, "Andrea"), Widget(.menuItem, "Otto", adding: .selected)].map { $0.unplaced() }
    let combo = Widget(.comboBox, "emblem-default-symbolic", [Widget(.menu, without: .showing, items)])
    #expect(lines(.window([combo])) == ["o1=\"Otto\""])
    let named = Widget(.comboBox, "Person", [Widget(.menu, without: .showing, items)])
    #expect(lines(.window([named])) == ["o1=\"Otto\" Person"])
  }

  @Test func anEmptySpinButtonSaysSo() {
    let value = Value(current: 0, minimum: 0, maximum: 9)
    let places = Widget(.spinButton, "Places", text: "", value: value, interfaces: [.editableText, .value])
    #expect(lines(.window([places])) == ["s1=\"\" Places"])
    #expect(lines(.window([Widget(.spinButton, "Day", text: "", value: value)])) == ["s1=\"0\" Day"])
  }

  @Test func ofQtsTabsTheOneThatTheirListIsNamedAfterIsSelected() {
    let tabs = Widget(.pageTabList, "Borders", [Widget(.pageTab, "General"), Widget(.pageTab, "Borders")])
    #expect(lines(.window(toolkit: "Qt", [tabs])) == ["t1 General t2* Borders"])
    #expect(lines(.window([tabs])) == ["t1 General t2 Borders"])
  }

  @Test func theTitleInATabIsSaidOnce() {
    let tab = Widget(.pageTab, "Letter", [Widget(.panel, [Widget(.label, "Letter"), Widget(.pushButton, "Close")])])
    #expect(lines(.window([Widget(.pageTabList, [tab])])).joined(separator: " ") == "t1 Letter b2 Close")
  }

  @Test func iconsWithoutTitlesCanBeLookedAt() {
    var icon = Widget(.icon, bounds: Rect(x: 20, y: 20, width: 32, height: 32), adding: .selectable, without: .showing)
    var view = Widget(.layeredPane, bounds: Rect(x: 10, y: 10, width: 200, height: 100), [icon])
    view.node.interfaces.insert(.selection)
    #expect(lines(.window([view])) == ["g1: g2 opaque 200x100"])
    icon.node.name = "Papers"
    icon.node.states.insert(.showing)
    view.children = [icon]
    #expect(lines(.window([view])) == ["g1: x2 Papers"])
  }

  @Test func aColourIsSetAsASliderIs() {
    let hue = Widget(.colorChooser, "Hue", value: Value(current: 0.25, minimum: 0, maximum: 1), interfaces: .value)
    #expect(lines(.window([hue])) == ["s1=\"0.25\" Hue"])
  }

  @Test func twoEqualControlsAreTwoRefs() {
    #expect(lines(.window([Widget(.pushButton, "OK"), Widget(.pushButton, "OK")])) == ["b1 OK b2 OK"])
  }

  @Test func aControlWithoutANameHasARefAllTheSame() {
    #expect(lines(.window([Widget(.pushButton), Widget(.slider)])) == ["b1 s2"])
  }

  @Test func marksStandOnTheRef() {
    let window = Snapshot.window([
      Widget(.checkBox, "checked", adding: .checked), Widget(.checkBox, "off"),
      Widget(.checkBox, "unsure", adding: .indeterminate),
      Widget(.toggleButton, "pressed", adding: .pressed),
      Widget(.radioButton, "chosen", adding: .checked),
      Widget(.pushButton, "grey", without: [.enabled, .sensitive]),
      Widget(.text, "Name", text: "Sam", caret: 1, adding: [.editable, .singleLine, .focused]),
      Widget(.text, "Empty", text: "", adding: [.editable, .singleLine]),
      Widget(.spinButton, "Copies", value: Value(current: 2, minimum: 1, maximum: 9)),
      Widget(.slider, "Opacity", value: Value(current: 0.355, minimum: 0, maximum: 1)),
      Widget(.comboBox, "Font", text: "Sans"),
      Widget(.passwordText, "Password", text: "secret"),
      Widget(.link, "Help"),
    ])
    let expected = """
      c1+ checked c2 off c3? unsure c4+ pressed r5+ chosen b6- grey e7!="S|am" Name e8="" Empty s9="2" Copies \
      s10="0.36" Opacity o11="Sans" Font e12 Password a13 Help
      """
    #expect(lines(window) == [expected])
  }

  @Test func groupsHaveLinesOfTheirOwn() {
    let window = Snapshot.window([
      Widget(.menuBar, [Widget(.menu, "File"), Widget(.menu, "Edit")]),
      Widget(.toolBar, "Tools", [Widget(.pushButton, "Undo"), Widget(.pushButton, "Redo")]),
      Widget(
        .pageTabList,
        [Widget(.pageTab, "One", adding: .selected, [Widget(.pushButton, "In one")]), Widget(.pageTab, "Two")]),
      Widget(.panel, "Permissions", [Widget(.radioButton, "Read"), Widget(.radioButton, "Write")]),
      Widget(.statusBar, [Widget(.label, "14 items")]),
    ])
    let expected: Set = [
      "t1* One t2 Two", "m3 File m4 Edit", "b5 Undo b6 Redo", "b7 In one", "Permissions: r8 Read r9 Write",
      "\"14 items\"",
    ]
    #expect(Set(lines(window)) == expected, "\(lines(window))")
  }

  @Test func linesAreInReadingOrder() {
    func button(_ name: String, _ x: Int, _ y: Int) -> Widget {
      Widget(.pushButton, name, bounds: Rect(x: x, y: y, width: 60, height: 30))
    }
    let window = Snapshot.window([button("4", 70, 50), button("2", 70, 12), button("3", 0, 52), button("1", 0, 10)])
    #expect(lines(window) == ["b1 1 b2 2 b3 3 b4 4"])
  }

  @Test func aRegionWithoutATreeIsOpaque() {
    let canvas = Widget(.drawingArea, bounds: Rect(x: 10, y: 100, width: 640, height: 400))
    let window = Snapshot.window([Widget(.pushButton, "Brush"), canvas])
    #expect(lines(window) == ["b1 Brush g2 opaque 640x400"])
  }

  @Test func aRegionBehindOtherThingsIsNotOpaque() {
    let back = Widget(.panel, bounds: Rect(x: 0, y: 0, width: 800, height: 600))
    let window = Snapshot.window([back, Widget(.panel, [Widget(.pushButton, "Front")])])
    #expect(lines(window) == ["b1 Front"])
  }

  @Test func aWindowWithoutATreeSaysSo() {
    var outliner = Outliner()
    let outline = outliner.outline(of: Snapshot("xterm", program: "XTerm", []), for: "")
    #expect(outline.isOpaque)
    #expect(outline.text == "window \"xterm\"\nopaque 800x600: nothing readable, look")
  }

  @Test func whileAProgramIsSlowTheOutlineSaysSo() {
    var snapshot = Snapshot.window("Files", [Widget(.pushButton, "Go")])
    snapshot.isTruncated = true
    #expect(outline(snapshot) == "window \"Files\" Tester (incomplete: the program was slow)\nb1 Go")
  }
}
