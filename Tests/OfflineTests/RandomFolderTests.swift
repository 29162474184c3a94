import Commands
import TestSupport
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

  /// Files that lie loose, and folders, some of which hold a file of the same name as a loose one.
  private static func folder(_ random: inout SeededGenerator) -> [String] {
    var paths: Set<String> = []
    for _ in 0..<Int.random(in: 0...28, using: &random) {
      let word = words.randomElement(using: &random) ?? ""
      let ending = endings.randomElement(using: &random) ?? ""
      paths.insert("\(word)\(Int.random(in: 0...9, using: &random))\(ending)")
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let folder = folders.randomElement(using: &random) ?? ""
      let loose = paths.sorted().filter { !$0.contains("/") }.randomElement(using: &random)
      paths.insert(folder + "/")
      if Bool.random(using: &random), let loose { paths.insert("\(folder)/\(loose)") }
    }
    return paths.sorted()
  }

  private func names(_ paths: [String]) -> [String] {
    paths.filter { !$0.hasSuffix("/") }.compactMap { $0.split(separator: "/").last.map(String.init) }.sorted()
  }

  @Test("any folder ends organized", arguments: 0..<35)
  func organizes(seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed) + 1)
    let styles = FakeFileManager.Style.all
    let window = FakeFileManager(Self.folder(&random), style: styles[seed % styles.count])
    let before = window.files.paths
    var agent = FakeAgent(window)
    let ending = try await agent.run("organize this folder", on: OfflineModel(), turns: 60)
    let after = window.files.paths
    #expect(window.files.overwritten.isEmpty && window.opened.isEmpty, "\(agent.transcript)")
    #expect(names(after) == names(before), "\(agent.transcript)")
    for file in before where file.contains("/") && !file.hasSuffix("/") {
      #expect(after.contains(file), "\(file)\n\(agent.transcript)")
    }
    guard case .done(let words) = ending else {
      Issue.record("\(String(describing: ending))\n\(agent.transcript)")
      return
    }
    let hasLooseFiles = after.contains { !$0.contains("/") }
    #expect(!hasLooseFiles || words.contains("stayed"), "\(agent.transcript)")
  }
}
