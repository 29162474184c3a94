import Testing

@testable import Offline

@Suite struct FileTests {
  @Test(arguments: [
    ("a.PDF", FileCategory.documents), ("photo.JPEG", .images), ("x.tar.gz", .archives), ("song.Flac", .music),
    ("clip.webm", .videos), ("main.rs", .code), ("thing.xyz", .other), ("README", .documents), ("Makefile", .code),
    ("noextension", .other), ("a.b c", .other), (".hidden", .other), ("…2.pdf", .documents),
  ])
  func categories(name: String, category: FileCategory) {
    #expect(FileName(name).category == category)
  }

  @Test func onlyAnExtensionMakesAFileCertain() {
    #expect(FileName("a.pdf").isCertainlyFile)
    #expect(!FileName("README").isCertainlyFile)
    #expect(!FileName("v1.2").isCertainlyFile)
    #expect(FileName("film.mkv.part").isUnfinished)
  }

  @Test func clippedNamesMatch() {
    #expect(FileName("very lo…e.txt").matches("Very long name.txt"))
    #expect(!FileName("very lo…e.txt").matches("Very long name.pdf"))
    #expect(FileName("Downloads").matches("downloads"))
    #expect(!FileName("a…a").matches("a"))
  }

  @Test func noFolderNameStandsForTwoCategories() {
    for category in FileCategory.allCases { #expect(category.folderNames.first == category.rawValue.lowercased()) }
    let names = FileCategory.allCases.flatMap(\.folderNames)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: [
    ("\"Papers\" folder", "Papers", true), ("\"notes\" (12 bytes) plain text document", "notes", false),
    ("\"README\"  |  18 bytes  |  README document", "README", false), ("\"Videos\" | folder", "Videos", true),
    ("16 items", "Papers", nil), ("\"Papers 2\" folder", "Papers", nil as Bool?), ("folder (4 KiB)", "folder", false),
    ("“Old stuff” selected (containing 3 items)", "Old stuff", true), ("Free space: 76.0 GiB", "x", nil),
  ])
  func statusBars(text: String, name: String, isFolder: Bool?) {
    #expect(StatusText(text, about: name)?.isFolder == isFolder)
  }

  @Test(
    arguments: [
      ("organize this folder", nil), ("Please organise my files by type.", nil), ("tidy up the downloads", "downloads"),
      ("clean up this mess", nil), ("sort these files into folders by type", nil), ("sort by kind", nil),
      ("tidy", nil), ("can you organize the Holiday folder?", "Holiday"),
      ("put the files into folders by extension", nil),
      ("organize everything here", nil), ("sort out my Desktop", "Desktop"), ("organize the files in this folder", nil),
    ] as [(String, String?)])
  func organizing(request: String, name: String?) {
    #expect(Intention(request) == .folder(.organize, named: name))
  }

  @Test(arguments: [
    "sort the table by Name", "organize the meeting", "sort by size", "organize by date", "clean up the text",
    "put \"x\" into Name", "put 5 into Width", "group the shapes", "arrange a call",
  ])
  func notAboutFiles(request: String) {
    if case .folder = Intention(request) { Issue.record("\(request) is not about files") }
  }

  @Test(
    arguments: [
      ("move the PDFs into a folder called Papers", "Papers", [.ending("pdf")]),
      ("move all images to Pictures", "Pictures", [.category(.images)]),
      ("move *.jpg into \"Holiday 2024\"", "Holiday 2024", [.pattern("*.jpg")]),
      (
        "put the jpgs and the text files in a new folder named Mixed", "Mixed",
        [.ending("jpeg"), .ending("jpg"), .ending("txt"), .ending("text"), .ending("md")]
      ),
      ("move report.pdf, \"a and b.txt\" to the Old folder", "Old", [.name("report.pdf"), .name("a and b.txt")]),
      ("Move all the .tar.gz files into Backups.", "Backups", [.ending("tar.gz")]),
      ("move everything into Stuff", "Stuff", [.everything]),
      ("move my documents and music into Work", "Work", [.category(.documents), .category(.music)]),
      ("move the zip files into the folder Archives", "Archives", [.ending("zip")]),
    ] as [(String, String, [FileSelection.Criterion])])
  func moving(request: String, folder: String, criteria: [FileSelection.Criterion]) {
    guard case .folder(.move(let selection, let name), nil) = Intention(request) else {
      Issue.record("\(Intention(request))")
      return
    }
    #expect(name == folder)
    #expect(selection.criteria == criteria)
  }

  @Test func patterns() {
    let pattern = FileSelection.Criterion.pattern("img_*.j?g")
    #expect(pattern.isMet(by: FileName("IMG_0001.JPG")))
    #expect(!pattern.isMet(by: FileName("IMG_0001.jpeg")))
    #expect(!pattern.isMet(by: FileName("my IMG_1.jpg")))
  }
}

@Suite struct NameTests {
  @Test(arguments: [
    ("Save As…", "save as"), ("Save As...", "save as"), ("_Print", "print"), ("Re_place Replace", "replace"),
    ("_Skip Skip", "skip"), ("Pi [Ctrl+P]", "pi"), ("my_file.txt", "my_file.txt"), ("&Open", "open"), ("a  b", "a b"),
    ("...", "..."), ("_", "_"), ("Name:", "name"), ("go go", "go go"),
  ])
  func asAPersonSaysThem(name: String, said: String) {
    #expect(NameSearch.normalized(name) == said)
  }

  @Test func placesBesideAnIconViewAreNoFilesInAnyLanguage() {
    let places = "g14: x15 Orte x16 Rechner x17 home x18 Papierkorb"
    var icons = ReadView()
    icons.read(["window \"Unterlagen - Thunar\"", "g13 opaque 469x354 Symbolansicht", places], after: [])
    #expect(FileManagerView(icons).map { $0.list == nil } == true)
    var list = ReadView()
    list.read(["window \"Unterlagen - Thunar\"", places, "g21 (Name): x22 a.pdf"], after: [])
    #expect(FileManagerView(list)?.items.map(\.name.text) == ["a.pdf"])
  }
}
