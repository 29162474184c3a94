import Foundation
import TestSupport
import Testing

/// The main job, with no model configured: the files of a folder end up in folders by their type, on disk.
@Suite(.desktop, .serialized) struct OrganizeTests {
  struct Folder: Sendable, CustomTestStringConvertible {
    let name: String
    /// Where each file is before.
    let before: [String]
    /// Where each file belongs.
    let after: [String]
    var testDescription: String { name }
  }

  static let folders = [
    Folder(
      name: "a desk",
      before: [
        "backup.zip", "clip.mp4", "holiday.jpg", "interview.mp3", "invoice March.pdf", "letter.odt", "logo.png",
        "notes.txt",
      ],
      after: [
        "Archives/backup.zip", "Documents/invoice March.pdf", "Documents/letter.odt", "Documents/notes.txt",
        "Images/holiday.jpg", "Images/logo.png", "Music/interview.mp3", "Videos/clip.mp4",
      ]),
    Folder(
      name: "half organized",
      before: ["Images/last year/lake.jpg", "IMG_0412.jpg", "IMG_0413.JPG", "birdsong.ogg", "Übersicht (2).txt"],
      after: [
        "Documents/Übersicht (2).txt", "Images/IMG_0412.jpg", "Images/IMG_0413.JPG", "Images/last year/lake.jpg",
        "Music/birdsong.ogg",
      ]),
    Folder(
      name: "already organized", before: ["Documents/letter.odt", "Images/logo.png"],
      after: ["Documents/letter.odt", "Images/logo.png"]),
  ]

  @Test(arguments: folders) func `every file ends in the right folder`(folder: Folder) async throws {
    let bench = try TaskBench()
    for path in folder.before { try bench.folder.add("Stuff/\(path)", content: path) }
    let run = try await organize(bench)
    #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    #expect(try files(bench) == folder.after, "\(run.output)")
    for path in folder.after {
      let text = try String(contentsOf: bench.folder.url.appending(path: "Stuff/\(path)"), encoding: .utf8)
      #expect(text.hasSuffix(path.split(separator: "/").last ?? ""))
    }
    #expect(try await bench.turns().totals.totalCostNanoUSD == 0)
  }

  @Test func `an empty folder is left empty`() async throws {
    let bench = try TaskBench()
    try FileManager.default.createDirectory(
      at: bench.folder.url.appending(path: "Stuff"), withIntermediateDirectories: true)
    let run = try await organize(bench)
    #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.url.appending(path: "Stuff").path).isEmpty)
  }

  private func organize(_ bench: TaskBench) async throws -> ProgramRun {
    try await Browser.pcmanfm.show(bench.folder.url.appending(path: "Stuff"), on: bench.desktop) {
      try await bench.run("organize this folder", adding: ["ANTHROPIC_BASE_URL": "", "ANTHROPIC_AUTH_TOKEN": ""])
    }
  }

  private func files(_ bench: TaskBench) throws -> [String] {
    try bench.folder.files().filter { $0.hasPrefix("Stuff/") }.map { String($0.dropFirst("Stuff/".count)) }
  }
}
