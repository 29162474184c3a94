import Foundation
import TestSupport
import Testing

@testable import Outline

/// A dialog of every kind, live, answered with the pointer.
@Suite(.desktop, .serialized) struct DialogTests {
  struct Dialog: Sendable, CustomTestStringConvertible {
    var options: [String]
    /// What its outline holds.
    var words: [String]
    /// What is clicked, one after the other.
    var clicks = ["OK"]
    /// What it prints of the answer.
    var answer = ""
    var exitCode: Int32 = 0

    var testDescription: String { options[0] }
  }

  static let dialogs = [
    Dialog(options: ["--info", "--text=It is done"], words: ["\"It is done\""]),
    Dialog(options: ["--warning", "--text=It is late"], words: ["\"It is late\""]),
    Dialog(options: ["--error", "--text=It is lost"], words: ["\"It is lost\""]),
    Dialog(options: ["--question", "--text=Go on?"], words: ["\"Go on?\"", "Yes"], clicks: ["No"], exitCode: 1),
    Dialog(
      options: ["--entry", "--text=Album", "--entry-text=Summer"], words: ["=\"Summer|\" Album"], answer: "Summer\n"),
    Dialog(options: ["--password"], words: ["password"], answer: "\n"),
    Dialog(options: ["--scale", "--text=Volume", "--value=40"], words: ["=\"40\" Volume"], answer: "40\n"),
    Dialog(
      options: ["--list", "--checklist", "--column=", "--column=Topping", "FALSE", "Cheese", "TRUE", "Ham"],
      words: ["+ Ham"], clicks: ["Cheese", "OK"], answer: "Cheese|Ham\n"),
    Dialog(
      options: ["--forms", "--text=Person", "--add-entry=Name", "--add-combo=Country", "--combo-values=France|Peru"],
      words: ["Person:", "=\"|\" Name", "Country"], clicks: ["Country", "Peru", "OK"], answer: "|Peru\n"),
    Dialog(
      options: ["--calendar", "--day=5", "--month=6", "--year=2026", "--date-format=%F"], words: ["opaque 2"],
      answer: "2026-06-05\n"),
    // Its input has ended, which is all that it waits for.
    Dialog(options: ["--progress", "--text=Copying"], words: ["\"Copying\"", "100%"]),
    Dialog(
      options: ["--color-selection", "--color=#336699"], words: ["Select"], clicks: ["Select"],
      answer: "rgb(51,102,153)\n"),
  ]

  @Test(arguments: dialogs) func answered(dialog: Dialog) async throws {
    try await Self.answer(dialog, with: dialog.options)
  }

  @Test func `a text`() async throws {
    let folder = try PapersFolder()
    let file = try folder.add("letter.txt", content: "Dear Sam\n")
    defer { withExtendedLifetime(folder) {} }
    try await Self.answer(
      Dialog(options: ["--text-info"], words: ["Dear Sam"]),
      with: ["--text-info", "--filename=" + file])
  }

  @Test func `a file`() async throws {
    let folder = try PapersFolder()
    let file = folder.path + "/Report 01.txt"
    try await Self.answer(
      Dialog(
        options: ["--file-selection"], words: ["Report 01.odt"], clicks: ["Report 01.txt", "OK"],
        answer: file + "\n"),
      with: ["--file-selection", "--filename=" + folder.path + "/"])
  }

  @Test func `check and uncheck set the rows of a checklist, whatever they were`() async throws {
    let desktop = try SharedDesktop.current
    let rows = ["FALSE", "Ann", "TRUE", "Ben", "TRUE", "Cid", "FALSE", "Dan"]
    let options = ["--list", "--checklist", "--title=Dialog", "--column=", "--column=Guest"] + rows
    let run = try await ProgramRun.of(URL(filePath: "/usr/bin/zenity"), options, environment: desktop.environment) {
      _ in
      let window = try await desktop.liveWindow("Dialog")
      try await window.see("Dan", "OK")
      func ref(_ name: String) async throws -> String { try await window.ref(of: name) }
      let act = try await window.act(
        "check \(ref("Ann"))", "uncheck \(ref("Ben"))", "check \(ref("Cid"))", "uncheck \(ref("Dan"))")
      #expect(act.exitCode == 0, "\(act.output)\(act.errors)")
      try await window.click("OK")
    }
    #expect(run.output == "Ann|Cid\n", "\(run.errors)")
  }

  private static func answer(_ dialog: Dialog, with options: [String]) async throws {
    let desktop = try SharedDesktop.current
    let run = try await ProgramRun.of(
      URL(filePath: "/usr/bin/zenity"), options + ["--title=Dialog"], environment: desktop.environment
    ) { _ in
      let window = try await desktop.liveWindow("Dialog")
      let look = try await window.look(for: "\(dialog.words) in the dialog") { look in
        dialog.words.allSatisfy(look.outline.contains)
      }
      #expect(look.outline.hasPrefix("dialog \"Dialog\" Zenity"), "\(look.outline)")
      #expect(look.classNames.isEmpty, "\(look.outline)")
      for name in dialog.clicks { try await window.click(name) }
    }
    #expect(run.output == dialog.answer)
    #expect(run.exitCode == dialog.exitCode)
  }
}
