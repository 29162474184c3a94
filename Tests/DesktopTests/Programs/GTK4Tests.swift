import Foundation
import TestSupport
import Testing

@testable import Outline

/// GTK 4 programs, live. They know where things are within their windows only, and popovers have windows of their own.
@Suite(.desktop, .serialized) struct GTK4Tests {
  @Test func nautilus() async throws {
    let folder = try PapersFolder()
    try await SharedDesktop.current.withProgram(
      "nautilus", ["--new-window", folder.path], titled: "Papers", showing: "Report 01.odt"
    ) { window in
      let look = try await window.see("60 rows", "List View", "Main Menu")
      #expect(look.isMarked("Back", .disabled))
      #expect(look.element("Report 30.txt") == nil)
      // The popover of a button, and what can be checked in it.
      try await window.click("View Options")
      let options = try await window.see("menu", "Last Modified", "behind")
      #expect(options.isMarked("A-Z", .checked))
      try await window.click("Z-A")
      try await window.look(for: "files from Z to A") { look in
        look.outline.contains(/Report 02.txt x\d+ Report 02.odt/) && !look.outline.contains("behind")
      }
      try await window.click("Report 02.odt", button: 3)
      try await window.see("menu", "Rename…", "Move to Trash")
      try await window.press("Escape")
      try await window.click("List View")
      try await window.see("Grid View", "Modified")
    }
  }

  @Test func `text editor`() async throws {
    let folder = try PapersFolder()
    let file = try folder.add("letter.txt", content: "Dear Sam\n")
    try await SharedDesktop.current.withProgram(
      "gnome-text-editor", [file], titled: "letter.txt", showing: "Dear Sam"
    ) { window in
      // A page of the stack that is not the one in front.
      try await window.see("Menu", without: ["Start or Open a Document"])
      try await window.click("Menu")
      try await window.see("menu", "Find/Replace…")
      try await window.click("Find/Replace…")
      try await window.see("Close search", without: ["behind"])
    }
  }

  @Test func calculator() async throws {
    try await SharedDesktop.current.withProgram("gnome-calculator", titled: "Calculator", showing: "÷") { window in
      for key in ["4", "×", "6", "="] { try await window.click(key) }
      try await window.see("=\"24")
      try await window.click("Basic")
      let modes = try await window.see("menu", "Financial")
      #expect(modes.isMarked("Basic", .checked))
      try await window.click("Advanced")
      try await window.see("Advanced", without: ["behind", "Basic"])
    }
  }

  @Test func `widget factory`() async throws {
    try await SharedDesktop.current.withProgram(
      "gtk4-widget-factory", titled: "GTK Widget Factory", showing: "checkbutton"
    ) { window in
      // Rows of its tree view are only drawn.
      let look = try await window.look(for: "its tree view") {
        $0.outline.contains("Sunset") && $0.outline.contains(/opaque \d+x271/)
      }
      #expect(look.isMarked("Sunset", .selected) && look.isMarked("checkbutton", .checked))
      // A drop-down list and its field are one; others draw what they are set to.
      let full = try await window.desktop.fazmLinux("tree", "--full").output
      #expect(full.contains(/o\d+!?="comboboxentry/) && !full.contains(/e\d+\S*="comboboxentry/), "\(full)")
      #expect(full.contains(/o\d+ opaque \d+x34/), "\(full)")
      // The controls of a video show once the pointer is over it.
      #expect(!full.contains("0:00"), "\(full)")
      try await window.click("NYC")
      try await window.see("NYC", marked: .selected)
      try await window.click("checkbutton")
      try await window.look(for: "an unchecked box") { !$0.isMarked("checkbutton", .checked) }
      try await window.click("togglebutton")
      try await window.see("togglebutton", marked: .checked)
      try await window.click("Page 2")
      try await window.see("Page 2", marked: .selected)
      // The page that was in front stays in the tree, and says that it is visible.
      let second = try await window.see("Row 1", "Inform", without: ["checkbutton", "NYC"])
      #expect(second.element("Inform Inform") == nil)
      try await window.click("Page 1")
      try await window.see("checkbutton", "comboboxentry", "Click icon to change mode", without: ["Row 1"])
    }
  }
}
