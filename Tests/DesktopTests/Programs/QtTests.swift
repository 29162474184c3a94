import Foundation
import TestSupport
import Testing

@testable import Outline

/// Qt 5 programs, live. Their menus and the lists of their combo boxes are windows of their own.
@Suite(.desktop, .serialized) struct QtTests {
  @Test func dolphin() async throws {
    let folder = try PapersFolder()
    try await SharedDesktop.current.withProgram(
      "dolphin", ["--new-window", folder.path], titled: "Papers", showing: "Report 01.odt"
    ) { window in
      let look = try await window.see("60 Files", "more")
      #expect(look.isMarked("Icons", .checked))
      #expect(look.element("Report 30.txt") == nil)
      try await window.click("Report 02.odt")
      try await window.see("Report 02.odt", marked: .selected)
      try await window.click("Report 02.odt", button: 3)
      try await window.see("menu", "Move to Trash")
      try await window.press("Escape")

      // An action would only check the button.
      let ref = try await window.ref(of: "Details")
      let run = try await window.act("click \(ref)")
      #expect(run.output.contains("confirmed (pointer)"), "\(run.output)\(run.errors)")
      let details = try await window.see("Details", marked: .checked)
      #expect(!details.isMarked("Icons", .checked))
      try await window.click("Icons")
      try await window.see("Icons", marked: .checked)
      try await window.click("Open Menu")
      try await window.see("menu", "Configure")
    }
  }

  /// Dolphin counts only rows of icons that are full, and exposes most items of a context menu only once.
  @Test func `a few icons and a second context menu`() async throws {
    let desktop = try SharedDesktop.current
    let folder = try PapersFolder()
    for name in ["Alps.txt", "Bees.txt", "Cats.txt"] { try folder.add("Few/\(name)") }
    try await desktop.withProgram(
      "dolphin", ["--new-window", folder.path(of: "Few")], titled: "Few", showing: "Alps.txt", "Bees.txt", "Cats.txt"
    ) { window in
      for expected in ["Rename...", "opaque"] {
        try await window.click("Bees.txt", button: 3)
        try await window.see("menu", "Move to Trash", expected)
        try await window.press("Escape")
        try await window.see("Bees.txt", without: ["menu:"])
      }
    }
  }

  @Test func kate() async throws {
    let folder = try PapersFolder()
    let file = try folder.add("letter.txt", content: "Dear Sam\n")
    try await SharedDesktop.current.withProgram(
      "kate", ["--new", file], titled: "letter.txt", showing: "Dear Sam", "Filesystem"
    ) { window in
      // Qt itself says of no tab that it is selected.
      #expect(try await window.see("INSERT").outline.contains(/t\d+\* letter.txt/))
      try await window.click("Filesystem")
      try await window.see("Filesystem", marked: .checked)
      try await window.click("Edit")
      let menu = try await window.see("menu", "Overwrite Mode")
      #expect(menu.outline.contains("behind"))
      try await window.press("Escape")
      try await window.click("Documents")
      try await window.see("Documents", marked: .checked)
    }
  }

  @Test func kcalc() async throws {
    try await SharedDesktop.current.withProgram("kcalc", titled: "KCalc", showing: "÷") { window in
      for key in ["4", "×", "6", "="] { try await window.click(key) }
      try await window.see("\"24\"")
      try await window.click("Settings")
      try await window.see("menu", "Science Mode")
      try await window.click("Science Mode")
      try await window.see("sin", without: ["behind"])
    }
  }
}
