import Geometry
import Testing

@testable import Outline

@Suite struct NamingTests {
  private func name(_ widget: Widget, toolkit: String = "gtk", _ others: [Widget] = []) -> String {
    let tree = Tree(.window("W", toolkit: toolkit, [widget] + others))
    return Naming(tree, Visibility(tree)).name(of: 1)
  }

  @Test func takesTheFirstThatSaysSomething() {
    #expect(name(Widget(.pushButton, "Save", description: "Saves the file")) == "Save")
    #expect(name(Widget(.pushButton, description: "Go back")) == "Go back")
    #expect(name(Widget(.icon, text: "Papers", adding: .selectable)) == "Papers")
    #expect(name(Widget(.pushButton, [Widget(.panel, [Widget(.label, "Home")])])) == "Home")
    #expect(name(Widget(.pushButton)) == "")
  }

  @Test func aClassNameIsNoName() {
    #expect(name(Widget(.pushButton, "GtkButton", description: "Home"), toolkit: "GTK") == "Home")
    #expect(name(Widget(.pushButton, "GtkImage"), toolkit: "GTK") == "")
    #expect(name(Widget(.panel, "NautilusToolbar"), toolkit: "GTK") == "")
    #expect(name(Widget(.pushButton, "LibreOffice"), toolkit: "GTK") == "LibreOffice")
    #expect(name(Widget(.pushButton, "Button"), toolkit: "GTK") == "Button")
  }

  @Test func aNameIsSaidOnce() {
    #expect(name(Widget(.pushButton, "4 4"), toolkit: "GTK") == "4")
    #expect(name(Widget(.pushButton, "4 4"), toolkit: "Qt") == "4 4")
    #expect(name(Widget(.checkBox, "Undo   ")) == "Undo")
    #expect(name(Widget(.pushButton, "Save _As Save As"), toolkit: "GTK") == "Save As")
    #expect(name(Widget(.pushButton, "S_elect Select"), toolkit: "Qt") == "S_elect Select")
  }

  @Test func aFieldIsNotNamedByWhatItHolds() {
    #expect(name(Widget(.text, text: "Sam", adding: .editable)) == "")
    #expect(name(Widget(.text, text: "Sam", label: "Name:", adding: .editable)) == "Name")
    #expect(name(Widget(.passwordText, text: "secret")) == "")
  }

  @Test func aToolIsNamedByItsWrapper() {
    let tool = Widget(.panel, description: "Zoom in", [Widget(.pushButton)])
    let tree = Tree(.window("W", [tool]))
    #expect(Naming(tree, Visibility(tree)).name(of: 2) == "Zoom in")
  }

  @Test func aWrapperOfTwoNamesNeither() {
    let tools = Widget(.panel, description: "Zoom", [Widget(.pushButton), Widget(.pushButton)])
    let tree = Tree(.window("W", [tools]))
    #expect(Naming(tree, Visibility(tree)).name(of: 2) == "")
  }

  @Test func aButtonBesideNamedOnesIsNamedByTheirBox() {
    let menu = Widget(.pushButton, "GtkMenuButton", description: "View Options", [Widget(.pushButton, "GtkMenuButton")])
    let split = Widget(.panel, description: "List View", [Widget(.pushButton, "GtkImage"), Widget(.separator), menu])
    let tree = Tree(.window("W", toolkit: "GTK", [split]))
    let naming = Naming(tree, Visibility(tree))
    #expect([2, 4].map { naming.name(of: $0) } == ["List View", "View Options"])
  }

  @Test func aTabOfANotebookIsNamedByItsLabel() {
    let tabs = ["Sunset", "NYC"].map { Widget(.pageTab, "Tab", [Widget(.label, $0)]) }
    let pages = Widget(.pageTab, "Page _1", [Widget(.label, "Page 1")])
    let window = Snapshot.window(toolkit: "GTK", [Widget(.pageTabList, tabs), Widget(.pageTabList, [pages])])
    #expect(lines(window) == ["t1 Sunset t2 NYC", "t3 Page 1"])
  }
}
