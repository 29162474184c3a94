import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// PCManFM shows at once what is selected, and acts on it a moment later.
@Suite(.desktop, .serialized) struct SelectionTests {
  @Test func `keys act on all that was selected just before, and on nothing that was selected earlier`() async throws {
    let bench = try TaskBench()
    for name in ["a.txt", "b.txt", "c.txt", "d.txt"] { try bench.folder.add("Work/\(name)") }
    let work = bench.folder.url.appending(path: "Work")
    try FileManager.default.createDirectory(
      at: work.appending(path: "Papers"), withIntermediateDirectories: true)
    try await Browser.pcmanfm.show(work, on: bench.desktop) {
      let tree = try await bench.desktop.fazmLinux("tree").output
      func ref(_ name: String) throws -> String {
        let match = try #require(tree.firstMatch(of: try Regex("(x[0-9]+)[*!]* \(name)")), "\(tree)")
        return String(match.output[1].substring ?? "")
      }
      let (a, b, c, d) = (try ref("a.txt"), try ref("b.txt"), try ref("c.txt"), try ref("d.txt"))
      let run = try await bench.run(
        "act", "select \(c) \(d)", "select \(a) \(c) \(b)", "key ctrl+x", "double \(try ref("Papers"))",
        "wait \"Work/Papers\"", "key ctrl+v", "wait \"a.txt\"")
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
      try await bench.desktop.waitUntil("three files in Papers") {
        try bench.folder.files().filter { $0.hasPrefix("Work/") }.sorted()
          == ["Work/Papers/a.txt", "Work/Papers/b.txt", "Work/Papers/c.txt", "Work/d.txt"]
      }
    }
  }
}
