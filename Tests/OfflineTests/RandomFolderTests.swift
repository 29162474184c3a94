import Commands
import Testing

@testable import Offline

/// Folders as nobody thought of them: any run must end, move all that it can tell, and lose nothing.
@Suite struct RandomFolderTests {
  private static let words = [
    "report", "Photo", "mein Brief", "x12", "notes (1)", "ü", "data 2024", "a", "IMG_0001", "final FINAL", "b2 x3", "…",
    "README", "list", "50%", "quote\"d", "semi;colon", "very long name of a file that goes on and on until it is cut",
  ]
  private static let endings = [
    ".pdf", ".JPG", ".mp3", ".mkv", ".tar.gz", ".py", ".unknown", "", ".txt", ".png", ".docx", ".zip", ".7z",
  ]
  private static let folders = [
    "Documents", "pictures", "Other", "Old things", "src", "Music", "2024", "x99", "Archives", "New Folder", "v2.0",
  ]

  @Test("any folder ends organized", arguments: 0..<30)
  func organizes(seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed) + 1)
    let style = FakeFileManager.Style.all[seed % FakeFileManager.Style.all.count]
    var paths: Set<String> = []
    for _ in 0..<Int.random(in: 0...28, using: &random) {
      paths.insert(
        (Self.words.randomElement(using: &random) ?? "") + "\(Int.random(in: 0...9, using: &random))"
          + (Self.endings.randomElement(using: &random) ?? ""))
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let folder = Self.folders.randomElement(using: &random) ?? ""
      paths.insert(folder + "/")
      if Bool.random(using: &random), let inside = paths.sorted().randomElement(using: &random), !inside.contains("/") {
        paths.insert(folder + "/" + inside)
      }
    }
    let window = FakeFileManager(paths.sorted(), style: style)
    let before = window.files.paths
    var agent = FakeAgent(window)
    let ending = try await agent.run("organize this folder", on: OfflineModel(), turns: 60)
    #expect(window.files.overwritten.isEmpty && window.opened.isEmpty, "\(agent.transcript)")
    let names = { (paths: [String]) in
      paths.filter { !$0.hasSuffix("/") }.map { $0.split(separator: "/").last.map(String.init) }.map { $0 ?? "" }
        .sorted()
    }
    #expect(names(window.files.paths) == names(before), "\(agent.transcript)")
    guard case .done(let words) = ending else {
      Issue.record("\(String(describing: ending))\n\(agent.transcript)")
      return
    }
    let loose = window.files.paths.filter { !$0.contains("/") }
    for file in loose { #expect(words.contains("stayed"), "\(file)\n\(agent.transcript)") }
    for folder in before where folder.contains("/") && !folder.hasSuffix("/") {
      #expect(window.files.paths.contains(folder), "\(agent.transcript)")
    }
  }
}
