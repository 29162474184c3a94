import Foundation
import TestSupport
import Testing

@Suite(.desktop, .serialized) struct QtJobTests {
  @Test func `find and replace in Kate`() async throws {
    let desktop = try SharedDesktop.current
    let folder = try TemporaryFolder()
    try folder.add("story.txt", content: "the cat sat\nthe Cat ran\nno dog\na category of cats\n")
    let job = Job(
      request: "replace every cat by a mouse and save the file",
      replies: [
        "menu \"Edit > Replace…\"",
        "set {{o of Find}} \"cat\"\nset {{o of Replace}} \"mouse\"\nfind \"Replace All\"",
        "click {{b of Replace All}}\nkey ctrl+s",
        "done \"Every cat is a mouse now.\"",
      ])
    let file = folder.url.appending(path: "story.txt")
    try await job.run(in: "story.txt  — Kate", of: "kate", ["--new", file.path], showing: "the cat", on: desktop)
    #expect(
      try String(contentsOf: file, encoding: .utf8) == "the mouse sat\nthe Cat ran\nno dog\na mouseegory of mouses\n")
  }

  @Test func `settings in a dialog of KCalc`() async throws {
    let desktop = try SharedDesktop.current
    let job = Job(
      request: "show results with 4 decimal places, and do not beep on errors",
      replies: [
        "menu \"Settings > Configure KCalc…\"\nwait \"Configure\"",
        """
        check {{c of Set decimal precision}}
        set {{s of Number of fixed decimal digits}} "4"
        uncheck {{c of Beep on error}}
        click {{b of OK}}
        gone "Configure"
        """,
        "done \"Results have 4 decimals, and errors are silent.\"",
      ])
    try await job.run(in: "KCalc", of: "kcalc", showing: "Settings", on: desktop)
    let settings = try String(contentsOf: desktop.home.appending(path: ".config/kcalcrc"), encoding: .utf8)
    for setting in ["beep=false", "fixed=true", "fixedprecision=4"] {
      #expect(settings.contains(setting), "\(settings)")
    }
  }
}
