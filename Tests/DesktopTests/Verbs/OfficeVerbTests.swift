import Foundation
import TestSupport
import Testing

/// Every verb on LibreOffice, which is one process a desktop: each of its programs has a suite to itself.
@Suite struct OfficeVerbTests {
  static let trials = WriterVerbTests.trials + CalcVerbTests.trials

  /// Opens a document and carries out `body`, as soon as its window shows `sign`.
  static func withDocument(
    _ file: String, in program: String, titled title: String, showing sign: String, _ folder: TemporaryFolder,
    _ body: (LiveWindow) async throws -> Void
  ) async throws {
    let desktop = try SharedDesktop.current
    let profile = "-env:UserInstallation=" + desktop.home.appending(path: "office").absoluteString
    let path = folder.url.appending(path: file).path
    try await desktop.withProgram(
      "soffice", ["--norestore", "--nologo", "--nolockcheck", profile, program, path], titled: title, showing: sign
    ) { try await body($0) }
  }
}

/// Writer, whose file is looked into: it is saved as flat XML.
@Suite(.desktop, .serialized) struct WriterVerbTests {
  static let trials = text + settings + saved

  @Test func writer() async throws {
    let folder = try TemporaryFolder()
    try folder.add("letter.fodt", content: Self.letter)
    try await OfficeVerbTests.withDocument(
      "letter.fodt", in: "--writer", titled: "LibreOffice Writer", showing: "Paragraph 1 goes", folder
    ) { window in
      try await window.carryOut(Self.text, with: folder)
      let dialog = try await window.desktop.liveWindow("Paragraph")
      try await dialog.carryOut(Self.settings, with: folder)
      try await window.carryOut(Self.saved, with: folder)
    }
  }

  /// Paragraphs of several lines, so that there are words in the middle of the page.
  static let firstParagraph = paragraph(1)

  private static func paragraph(_ number: Int) -> String {
    "Paragraph \(number)\(String(repeating: " goes on and on", count: 30))."
  }

  private static var letter: String {
    let paragraphs = (1...40).map { "<text:p>\(paragraph($0))</text:p>" }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
        office:mimetype="application/vnd.oasis.opendocument.text">
      <office:body><office:text>\(paragraphs.joined())</office:text></office:body></office:document>
      """
  }
}

/// Calc, whose file is looked into: it is saved as CSV.
@Suite(.desktop, .serialized) struct CalcVerbTests {
  static let trials = importing + cells + saving + saved

  @Test func calc() async throws {
    let folder = try TemporaryFolder()
    let items = (5...120).map { "item\($0),\($0)\n" }.joined()
    try folder.add("data.csv", content: "Name,Amount\nRent,700\nTea,3\nTeapot,25\n" + items)
    try await OfficeVerbTests.withDocument(
      "data.csv", in: "--calc", titled: "Text Import", showing: "Comma", folder
    ) { dialog in
      try await dialog.carryOut(Self.importing, with: folder)
      let window = try await dialog.desktop.liveWindow("LibreOffice Calc")
      try await window.see("=\"Rent\" A2")
      try await window.carryOut(Self.cells, with: folder)
      let question = try await window.desktop.liveWindow("Format")
      try await question.carryOut(Self.saving, with: folder)
      try await window.carryOut(Self.saved, with: folder)
    }
  }
}
