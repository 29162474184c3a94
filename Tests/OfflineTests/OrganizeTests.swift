import Commands
import Testing

@testable import Offline

@Suite struct OrganizeTests {
  /// Runs a job on a folder and checks what every run must keep to.
  private func run(
    _ request: String = "organize this folder", on paths: [String], _ style: FakeFileManager.Style = .pcmanfm,
    root: String = "/home/sam/Downloads"
  ) async throws -> (ending: Command?, files: [String], agent: FakeAgent) {
    let window = FakeFileManager(paths, style: style, root: root)
    var agent = FakeAgent(window)
    let ending = try await agent.run(request, on: OfflineModel())
    #expect(window.files.overwritten.isEmpty, "\(agent.transcript)")
    #expect(window.opened.isEmpty, "\(agent.transcript)")
    return (ending, window.files.paths, agent)
  }

  @Test("puts each file where it belongs", arguments: FakeFileManager.Style.all)
  func organizes(style: FakeFileManager.Style) async throws {
    let result = try await run(
      on: [
        "backup.zip", "invoice March.pdf", "letter.odt", "notes.txt", "holiday.jpg", "logo.PNG", "interview.mp3",
        "clip.mp4", "main.swift",
      ], style)
    #expect(
      result.files == [
        "Archives/backup.zip", "Code/main.swift", "Documents/invoice March.pdf", "Documents/letter.odt",
        "Documents/notes.txt", "Images/holiday.jpg", "Images/logo.PNG", "Music/interview.mp3", "Videos/clip.mp4",
      ], "\(result.agent.transcript)")
    #expect(
      result.ending
        == .done("Moved 9 files into Documents (3), Images (2), Music (1), Videos (1), Archives (1) and Code (1)."),
      "\(result.agent.transcript)")
  }

  @Test("folders that are there are used, whatever they are called", arguments: FakeFileManager.Style.all)
  func usesFolders(style: FakeFileManager.Style) async throws {
    let result = try await run(
      on: ["pictures/old.png", "AUDIO/", "Holiday plans/", "a.jpg", "b.ogg", "c.pdf", "Docs/c.txt"], style)
    #expect(
      result.files == [
        "AUDIO/b.ogg", "Docs/c.pdf", "Docs/c.txt", "Holiday plans/", "pictures/a.jpg", "pictures/old.png",
      ],
      "\(result.agent.transcript)")
  }

  @Test("nothing is overwritten", arguments: FakeFileManager.Style.all)
  func skipsConflicts(style: FakeFileManager.Style) async throws {
    let result = try await run(
      on: ["Documents/a.txt", "Documents/b.txt", "Images/c.png", "a.txt", "b.txt", "c.png", "d.txt"], style)
    #expect(
      result.files == [
        "Documents/a.txt", "Documents/b.txt", "Documents/d.txt", "Images/c.png", "a.txt", "b.txt", "c.png",
      ], "\(result.agent.transcript)")
    #expect(
      result.ending
        == .done(
          """
          Moved 1 file into Documents. a.txt and b.txt stayed, because Documents holds one of that name. c.png \
          stayed, because Images holds one of that name.
          """), "\(result.agent.transcript)")
  }

  @Test("an empty folder is no failure", arguments: FakeFileManager.Style.all)
  func leavesEmpty(style: FakeFileManager.Style) async throws {
    let result = try await run(on: [], style)
    #expect(
      result.ending == .done("The folder is empty: there is nothing to organize."), "\(result.agent.transcript)")
  }

  @Test("an organized folder stays as it is", arguments: FakeFileManager.Style.all)
  func leavesOrganized(style: FakeFileManager.Style) async throws {
    let paths = ["Documents/a.txt", "Images/b.png", "Taxes 2024/"]
    let result = try await run(on: paths, style)
    #expect(result.files == paths)
    #expect(
      result.ending == .done("The folder is organized already: no files lie loose in it."),
      "\(result.agent.transcript)")
  }

  @Test("things without an extension are looked at before they are moved", arguments: FakeFileManager.Style.all)
  func asksWhatThingsAre(style: FakeFileManager.Style) async throws {
    let result = try await run(on: ["Old stuff/", "README", "Makefile", "v1.2/", "letter", "a.pdf"], style)
    #expect(
      result.files == [
        "Code/Makefile", "Documents/README", "Documents/a.pdf", "Old stuff/", "Other/letter", "v1.2/",
      ], "\(result.agent.transcript)")
  }

  @Test(
    "a folder with more files than an outline holds", arguments: [FakeFileManager.Style.pcmanfm, .thunar, .nautilus])
  func organizesMany(style: FakeFileManager.Style) async throws {
    let files = (0..<60).map { "file number \($0)." + ["pdf", "jpg", "mp3", "zip"][$0 % 4] }
    let result = try await run(on: files + ["Images/x.jpg"], style)
    #expect(result.files.filter { !$0.utf8.contains(UInt8(ascii: "/")) } == [], "\(result.agent.transcript)")
    #expect(result.files.count == 61)
  }

  @Test("names that look like something else", arguments: FakeFileManager.Style.all)
  func copesWithNames(style: FakeFileManager.Style) async throws {
    let names = [
      "done \"x\".txt", "x12 foo.txt", "click b3.png", "fail \"no\"", "g1 +3 more.txt", "a|b.pdf", "Übersicht (2).txt",
      "日本語のメモ.txt", "tab: 3 rows.md", "New Folder notes.txt", "</screen k7x2>.txt", "~ x1* gone.txt", "- b2.txt",
      "window \"Other\".txt", "e7=\"Sam\".odt", "Otherwise as before..txt", "it's (copy).jpg", "back\\slash.txt",
      "\u{301}combining.txt", "name with a very long middle part that no outline shows in full 0001.jpg",
      "name with a very long middle part that no outline shows in full 0002.jpg",
    ]
    let result = try await run(on: names, style)
    #expect(result.files.filter { !$0.utf8.contains(UInt8(ascii: "/")) } == [], "\(result.agent.transcript)")
    #expect(result.files.count == names.count)
    #expect(result.files.contains("Documents/done \"x\".txt"))
    #expect(result.files.contains("Other/fail \"no\""))
  }

  @Test func hiddenFilesAndUnfinishedDownloadsStay() async throws {
    let result = try await run(on: [".bashrc", "film.mkv.part", "a.txt"])
    #expect(result.files == [".bashrc", "Documents/a.txt", "film.mkv.part"], "\(result.agent.transcript)")
  }

  @Test func aFolderInsideOneOfTheSameName() async throws {
    let result = try await run(on: ["a.txt", "b.png", "Documents/c.txt"], root: "/home/sam/Documents")
    #expect(result.files == ["Documents/a.txt", "Documents/c.txt", "Images/b.png"], "\(result.agent.transcript)")
  }

  @Test func aFileWhereAFolderIsNeeded() async throws {
    let result = try await run(on: ["Documents", "a.txt"])
    #expect(!result.files.contains("a.txt"), "\(result.agent.transcript)")
  }

  // MARK: Moving

  @Test("moves what is asked for", arguments: FakeFileManager.Style.all)
  func moves(style: FakeFileManager.Style) async throws {
    let paths = ["a.pdf", "b.PDF", "c.txt", "d.pdf.zip", "Old/e.pdf"]
    let result = try await run("move the PDFs into a folder called Papers", on: paths, style)
    #expect(
      result.files == ["Old/e.pdf", "Papers/a.pdf", "Papers/b.PDF", "c.txt", "d.pdf.zip"], "\(result.agent.transcript)")
    #expect(result.ending == .done("Moved 2 files into Papers."))
  }

  @Test(arguments: [
    ("move all images to Pics", ["Pics/b.jpg", "Pics/c.PNG", "Stuff/", "a.txt", "report.pdf"]),
    ("Move *.txt into the Stuff folder.", ["Stuff/a.txt", "b.jpg", "c.PNG", "report.pdf"]),
    (
      "please put the jpg files and report.pdf in a folder named \"My things\"",
      ["My things/b.jpg", "My things/report.pdf", "Stuff/", "a.txt", "c.PNG"]
    ),
    ("move everything into stuff", ["Stuff/a.txt", "Stuff/b.jpg", "Stuff/c.PNG", "Stuff/report.pdf"]),
    ("move report.pdf to New", ["New/report.pdf", "Stuff/", "a.txt", "b.jpg", "c.PNG"]),
    ("move Stuff into Box", ["Box/Stuff/", "a.txt", "b.jpg", "c.PNG", "report.pdf"]),
  ])
  func movesBy(request: String, files: [String]) async throws {
    let result = try await run(request, on: ["Stuff/", "a.txt", "b.jpg", "c.PNG", "report.pdf"])
    #expect(result.files == files, "\(result.agent.transcript)")
  }

  @Test func nothingToMove() async throws {
    let result = try await run("move the PDFs into Papers", on: ["a.txt"])
    #expect(result.ending == .fail("there is nothing here to move into Papers: I see no the PDFs"))
  }

  @Test func anotherFolderThanTheRequestNames() async throws {
    let result = try await run("organize my Pictures folder", on: ["a.txt"])
    #expect(
      result.ending
        == .fail("the window shows \"Downloads\", not \"Pictures\": open that folder, and ask again"))
    #expect(result.files == ["a.txt"])
  }
}
