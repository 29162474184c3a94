import Foundation
import TestSupport
import Testing

@testable import FazmLinux

@Suite(.desktop, .serialized) struct SelectionTests {
  /// PCManFM shows at once what is selected, and acts on it a moment later.
  @Test func `keys act on all that was selected just before, and on nothing that was selected earlier`() async throws {
    try await move(["c.txt", "d.txt"], then: ["a.txt", "c.txt", "b.txt"])
  }

  /// PCManFM leaves all selected when one of them is clicked.
  @Test func `what is selected beyond what was asked for is let go of`() async throws {
    try await move(["a.txt", "b.txt", "c.txt", "d.txt"], then: ["a.txt", "c.txt"])
  }

  /// Selects files, then others, and moves what is selected into a folder.
  private func move(_ first: [String], then selection: [String]) async throws {
    let bench = try TaskBench()
    let names = ["a.txt", "b.txt", "c.txt", "d.txt"]
    for name in names { try bench.folder.add("Work/\(name)") }
    let work = bench.folder.url.appending(path: "Work")
    try FileManager.default.createDirectory(
      at: work.appending(path: "Papers"), withIntermediateDirectories: true)
    try await Browser.pcmanfm.show(work, on: bench.desktop) {
      try await bench.desktop.waitUntil("the files") {
        try await bench.desktop.fazmLinux("tree", "--full").output.contains("d.txt")
      }
      let tree = try await bench.desktop.fazmLinux("tree", "--full").output
      func ref(_ name: String) throws -> String {
        let match = try #require(tree.firstMatch(of: try Regex("(x[0-9]+)[*!]* \(name)")), "\(tree)")
        return String(match.output[1].substring ?? "")
      }
      func refs(_ names: [String]) throws -> String { try names.map(ref).joined(separator: " ") }
      let run = try await bench.run(
        "act", "select \(refs(first))", "select \(refs(selection))", "key ctrl+x", "double \(ref("Papers"))",
        "wait \"Papers\"", "key ctrl+v", "wait \"a.txt\"")
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
      try await bench.desktop.waitUntil("the files in Papers") {
        try bench.folder.files().filter { $0.hasPrefix("Work/") }.sorted()
          == names.map { selection.contains($0) ? "Work/Papers/\($0)" : "Work/\($0)" }.sorted()
      }
    }
  }
}
