import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// Keys and typed words show nowhere but where they must.
@Suite(.desktopWithDialog, .serialized) struct SecrecyTests {
  private static let typed = "correct horse battery staple"

  @Test(arguments: [["--json"], ["--quiet"], []])
  func `a server that quotes the key does not make it show`(options: [String]) async throws {
    let bench = try TaskBench(.status(400, message: "what is \(TaskBench.fakeKey)?", requestID: TaskBench.fakeKey))
    let run = try await bench.run(options + ["Fill in the form"])
    #expect(run.exitCode == ExitCode.badRequest.rawValue)
    #expect((run.output + run.errors).contains("what is [redacted]?"))
    #expect(!(run.output + run.errors).contains(TaskBench.fakeKey))
    try expectNoFile(holding: TaskBench.fakeKey, in: bench)
  }

  @Test func `typed words are not in the ledger, the refs or the events`() async throws {
    let bench = try TaskBench(
      .reply("set {{ref of Name}} \"\(Self.typed)\"\nset {{ref of Name}} \"x\"\ntype \"\(Self.typed)\""),
      .reply("set {{ref of Name}} \"x\""), .reply("done \"Filled in.\""))
    let run = try await bench.run("--json", "Fill in the form")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("\"effect\":\"confirmed\""))
    #expect(!run.output.contains(Self.typed))
    #expect(try bench.server.requests().last?.text.contains(Self.typed) == true)
    #expect(try await bench.run("tree", "--app", "zenity").exitCode == 0)
    try expectNoFile(holding: Self.typed, in: bench)
  }

  /// Looks at the bytes of everything that the program writes: the ledger, its journal and the refs.
  private func expectNoFile(holding secret: String, in bench: TaskBench) throws {
    let runtime = URL(filePath: bench.desktop.environment["XDG_RUNTIME_DIR"] ?? "/nonexistent")
    let folders = [bench.folder.url, runtime.appending(path: "fazm-linux")]
    let files = folders.flatMap { folder in
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    }
    #expect(files.contains { $0.lastPathComponent == "ledger.sqlite3" })
    for file in files where !file.hasDirectoryPath {
      #expect(try Data(contentsOf: file).firstRange(of: Data(secret.utf8)) == nil, "\(file.path)")
    }
  }
}
