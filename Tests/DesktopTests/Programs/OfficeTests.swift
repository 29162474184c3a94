import Foundation
import TestSupport
import Testing

@testable import Outline

/// LibreOffice, live. What is in its main windows is reported too high until the pointer has moved over them.
@Suite(.desktop, .serialized) struct OfficeTests {
  @Test func writer() async throws {
    try await Self.withOffice(["--writer"], titled: "LibreOffice Writer", showing: "Bold") { window in
      try await window.click("Bold")
      try await window.see("Bold", marked: .checked)
      try await window.click("Gallery (Ctrl+Alt+3)")
      try await window.see("Gallery (Ctrl+Alt+3)", marked: .checked)
      try await window.click("Format")
      let menu = try await window.see("menu Format:", "Character...")
      #expect(menu.outline.split(separator: "\n")[1].hasPrefix("menu Format:"))
      try await window.click("Character...")
      let dialog = try await window.desktop.liveWindow("Character")
      try await dialog.see("dialog \"Character\"", "Font Effects", "Family")
      try await dialog.click("Font Effects")
      try await dialog.see("Font Effects", marked: .selected)
      try await dialog.click("Cancel")
      try await window.see("Bold", without: ["behind"])
    }
  }

  @Test func calc() async throws {
    let folder = try PapersFolder()
    let file = try folder.add("data.csv", content: "Name,Amount\nRent,700\nTea,3\n")
    try await Self.withOffice(["--calc", file], titled: "Text Import", showing: "Comma") { dialog in
      try await dialog.click("OK")
      let window = try await dialog.desktop.liveWindow("LibreOffice Calc")
      let look = try await window.see("=\"Rent\" A2", "=\"700\" B2")
      #expect(look.outline.contains("e"))
      try await window.click("B3")
      try await window.see("=\"B3\"")
      try await window.see("B3", marked: .focused)
      try await window.see("=\"3\" Input line")
      // LibreOffice makes new accessibles of its cells at every look.
      let cells = try await (window.ref(of: "A1"), window.ref(of: "B2"))
      let run = try await window.act("drag \(cells.0) to \(cells.1)")
      #expect(run.exitCode == 0, "\(run.output)")
      try await window.see("=\"A1:B2\"")
      #expect(try await window.ref(of: "B2") == cells.1)
    }
  }

  private static func withOffice(
    _ arguments: [String], titled title: String, showing word: String, _ body: (LiveWindow) async throws -> Void
  ) async throws {
    let desktop = try SharedDesktop.current
    let profile = "-env:UserInstallation=" + desktop.home.appending(path: "office").absoluteString
    try await desktop.withProgram(
      "soffice", ["--norestore", "--nologo", "--nolockcheck", profile] + arguments, titled: title, showing: word
    ) { try await body($0) }
  }
}
