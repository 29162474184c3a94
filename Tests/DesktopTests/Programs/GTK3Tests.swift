import Foundation
import TestSupport
import Testing

@testable import Outline

/// GTK 3 and GTK 2 programs, live: what their outlines hold, and that what they hold is where they say.
@Suite(.desktop, .serialized) struct GTK3Tests {
  @Test func thunar() async throws {
    let desktop = try SharedDesktop.current
    let folder = try PapersFolder()
    try await desktop.withProgram("thunar", [folder.path], titled: "Papers - Thunar", showing: "opaque") { window in
      // The icon view tells nothing of its files.
      let icons = try await window.see("60 files", without: ["Report 01.odt"])
      #expect(icons.outline.contains(/opaque 4\d\dx3\d\d Icon view/))
      #expect(icons.isMarked("Back", .disabled))

      try await window.click("View")
      let menu = try await window.see("menu View:", "List View")
      #expect(menu.outline.split(separator: "\n")[1].hasPrefix("menu View:"))
      try await window.click("List View")

      let list = try await window.see("Report 01.odt", without: ["opaque"])
      #expect(list.element("Report 02.odt") != nil)
      #expect(list.element("Report 30.txt") == nil)
      try await window.click("Report 02.odt")
      try await window.see("Report 02.odt", marked: .selected)
      try await window.click("Report 03.txt", button: 3)
      try await window.see("menu", "Rename...")
      try await window.press("Escape")

      // Two windows of one program.
      try folder.add("Letters/to Sam.txt")
      try desktop.launch("thunar", [folder.path(of: "Letters")])
      let other = try await desktop.liveWindow("Letters - Thunar")
      #expect(other.pid == window.pid)
      try await other.see("1 file", without: ["Report 01.odt"])
      try await window.see("Report 01.odt", without: ["1 file:"])
    }
  }

  @Test func pcmanfm() async throws {
    let folder = try PapersFolder()
    try await SharedDesktop.current.withProgram("pcmanfm", [folder.path], titled: "Papers", showing: "60 items") {
      window in
      let look = try await window.see("Report 01.odt", "Parent Folder", "Home Folder")
      #expect(look.element("Report 30.txt") == nil)
      try await window.click("Report 02.odt")
      try await window.see("Report 02.odt", marked: .selected)
      try await window.click("Report 02.odt", button: 3)
      try await window.see("menu", "Copy", "Rename")
      try await window.press("Escape")
      try await window.click("Go")
      try await window.see("menu Go:", "Parent Folder")
      try await window.click("Parent Folder")
      _ = try await window.desktop.liveWindow("fazm-test")
    }
  }

  @Test func mousepad() async throws {
    let folder = try PapersFolder()
    let file = try folder.add("letter.txt", content: "Dear Sam\n" + String(repeating: "word ", count: 500))
    try await SharedDesktop.current.withProgram("mousepad", [file], titled: "letter.txt", showing: "Dear Sam") {
      window in
      try await window.see("(2509 characters)")
      try await window.click("View")
      try await window.see("menu View:", "Toolbar")
      try await window.click("Toolbar")
      try await window.see("Find and Replace", without: ["menu View:"])
      // A modal dialog is a window of its own, and what it stands in front of is only counted.
      try await window.press("ctrl+o")
      let dialog = try await window.desktop.liveWindow("Open File")
      let look = try await dialog.see("dialog \"Open", "Cancel", "Recent", "Home")
      #expect(!look.outline.contains("Dear Sam"))
      try await window.press("Escape")
      try await window.see("Dear Sam", without: ["behind"])
    }
  }

  @Test func gimp() async throws {
    try await SharedDesktop.current.withProgram(
      "gimp", ["--no-splash", "--no-data", "--no-fonts"], titled: "GNU Image Manipulation Program", showing: "Tool"
    ) { window in
      try await window.see("opaque")
      let eraser = "Eraser Tool: Erase to background or transparency using a brush"
      try await window.click(eraser)
      try await window.see(eraser, marked: .checked)
      try await window.click("File")
      let menu = try await window.see("menu File:", "New...", "Quit")
      #expect(menu.outline.split(separator: "\n")[1].hasPrefix("menu File:"))
      try await window.press("Escape")
    }
  }
}
