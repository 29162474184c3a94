import Foundation
import Outline
import TestSupport
import Testing

@testable import FazmLinux

/// `tree` on a file manager with more files than an outline has room for.
@Suite(.desktop, .serialized) struct TreeTests {
  @Test func `an outline is the window as the model reads it`() async throws {
    try await Self.withFiles { bench in
      let outline = try await bench.run("tree").output
      #expect(outline.hasPrefix("window \"Many\" Pcmanfm\n"))
      #expect(outline.contains("file 001.txt"))
      #expect(outline.contains("more"))
    }
  }

  @Test func `--for puts first what a request is about`() async throws {
    try await Self.withFiles { bench in
      let usual = try await bench.run("tree").output
      let wanted = try await bench.run("tree", "--for", "open file 020.txt").output
      #expect(!usual.contains("file 020.txt"))
      #expect(wanted.contains("file 020.txt"))
    }
  }

  @Test func `--find searches what is not shown`() async throws {
    try await Self.withFiles { bench in
      let found = try await bench.run("tree", "--find", "117").output
      #expect(found.contains("file 117.txt"))
      #expect(!found.contains("file 116.txt"))
      let missed = try await bench.run("tree", "--find", "unicorn").output
      #expect(missed.contains("not found"))
    }
  }

  @Test func `--expand shows what a group holds`() async throws {
    try await Self.withFiles { bench in
      let outline = try await bench.run("tree").output
      let group = try #require(outline.firstMatch(of: /(g\d+)!? \+\d+ more/)?.output.1, "\(outline)")
      let inside = try await bench.run("tree", "--expand", String(group))
      #expect(inside.exitCode == 0)
      #expect(!inside.output.isEmpty && inside.output != outline)
      let stale = try await bench.run("tree", "--expand", "g99")
      expectFailure(stale, .staleRef, saying: "There is no g99 in this window. Run fazm-linux tree again.")
    }
  }

  @Test(arguments: [60, 200, 400]) func `--tree-budget is kept`(budget: Int) async throws {
    try await Self.withFiles { bench in
      let run = try await bench.run("tree", "--tree-budget", "\(budget)")
      #expect(run.exitCode == 0)
      try await expect(run.output, within: budget)
    }
  }

  @Test func `--full shows everything that is in view`() async throws {
    try await Self.withFiles { bench in
      let outline = try await bench.run("tree", "--full").output
      for number in 1...20 { #expect(outline.contains(Self.file(number))) }
      for word in ["File", "Help", "Parent Folder", "Trash Can", "117 items"] { #expect(outline.contains(word)) }
    }
  }

  @Test func `--json is a snapshot`() async throws {
    try await Self.withFiles { bench in
      let run = try await bench.run("tree", "--json")
      let snapshot = try JSONDecoder().decode(Snapshot.self, from: Data(run.output.utf8))
      #expect(snapshot.window.title == "Many")
      #expect(snapshot.nodes.count > 117)
    }
  }

  /// A file manager on a folder of 117 files, which has the focus.
  private static func withFiles(_ body: (TaskBench) async throws -> Void) async throws {
    let bench = try TaskBench()
    for number in 1...117 { try bench.folder.add("Many/\(file(number))") }
    try await Browser.pcmanfm.show(bench.folder.url.appending(path: "Many"), on: bench.desktop) {
      try await bench.desktop.waitUntil("the files") {
        try await bench.run("tree", "--full").output.contains(file(20))
      }
      try await body(bench)
    }
  }

  private static func file(_ number: Int) -> String {
    "file \(String(1000 + number).dropFirst()).txt"
  }
}

/// Expects that an outline keeps a budget, by the built-in estimate and, where it is there, by the public tokenizer.
func expect(
  _ outline: String, within budget: Int, at location: SourceLocation = #_sourceLocation
) async throws {
  #expect(TokenEstimate.tokens(in: outline) <= budget, "\(outline)", sourceLocation: location)
  for count in try await PublicTokenizer.tokens(in: [outline]) {
    #expect(count <= budget, "\(outline)", sourceLocation: location)
  }
}
