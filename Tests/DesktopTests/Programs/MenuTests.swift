import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// Menus whose items open modal dialogs, in GTK 3 programs. The accessibility action of such an item leaves the
/// program without an answer for anybody, so these tests fail where it is used.
@Suite(.desktop, .serialized) struct MenuTests {
  @Test func `a request opens a menu and its dialog`() async throws {
    let bench = try TaskBench()
    try await bench.desktop.withWindow("Untitled 1 - Mousepad", of: "mousepad", []) { _ in
      let run = try await bench.run(
        "--app", "mousepad", "open the File menu and choose Save As",
        adding: ["ANTHROPIC_BASE_URL": "", "ANTHROPIC_AUTH_TOKEN": ""])
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
      try await bench.desktop.waitForFocus("Save As")

      let saved = try await bench.run("act", "type \"letter.txt\" enter", "gone \"Save As\"")
      #expect(saved.exitCode == 0, "\(saved.output)\(saved.errors)")
      try await bench.desktop.waitForWindow("letter.txt - Mousepad")
    }
    #expect(FileManager.default.fileExists(atPath: bench.desktop.home.appending(path: "letter.txt").path))
  }

  @Test(arguments: ["menu \"File > Create Folder…\"", "menu FILES \"create folder\""])
  func `a folder is made through a menu of a file manager`(command: String) async throws {
    let bench = try TaskBench()
    try bench.folder.add("Work/letter.txt")
    try await Browser.thunar.show(bench.folder.url.appending(path: "Work"), on: bench.desktop) {
      let files = try await bench.desktop.opaqueRegion(of: "thunar")
      let run = try await bench.run(
        "act", command.replacing("FILES", with: files), "wait \"Create New Folder\"", "type \"Papers\" enter",
        "gone \"Create New Folder\"")
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    }
    var isFolder: ObjCBool = false
    let made = bench.folder.url.appending(path: "Work/Papers").path
    #expect(FileManager.default.fileExists(atPath: made, isDirectory: &isFolder) && isFolder.boolValue)
  }

  @Test func `a menu inside a menu, and what it checks`() async throws {
    let bench = try TaskBench()
    try bench.folder.add("Work/letter.txt")
    try await Browser.thunar.show(bench.folder.url.appending(path: "Work"), on: bench.desktop) {
      let run = try await bench.run(
        "act", "menu \"View > Arrange Items > By Size\"", "menu \"View > Arrange Items\"")
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
      let tree = try await bench.desktop.fazmLinux("tree", "--app", "thunar")
      #expect(tree.output.contains("+ By Size"), "\(tree.output)")
    }
  }
}

extension Desktop {
  /// The ref of the region of a program's window that its tree does not tell about.
  fileprivate func opaqueRegion(of program: String) async throws -> String {
    let tree = try await fazmLinux("tree", "--app", program)
    let region = tree.output.firstMatch(of: /(g[0-9]+) opaque/)
    return String(try #require(region?.1, "\(tree.output)"))
  }
}
