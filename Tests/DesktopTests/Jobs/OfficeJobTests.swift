import Foundation
import TestSupport
import Testing

/// LibreOffice is one process a desktop, so each of its programs has a desktop to itself.
@Suite(.desktop, .serialized) struct WriterJobTests {
  @Test func `a letter with a bold word is written and saved`() async throws {
    let desktop = try SharedDesktop.current
    let job = Job(
      request: "write Ann a short letter that we meet on Saturday at noon, Saturday in bold, and save it as letter.odt",
      replies: [
        """
        type {{d}} "Dear Ann,\\n\\nWe meet on Saturday at noon.\\n\\nYours, Sam"
        select {{d}} "Saturday"
        key ctrl+b
        key ctrl+s
        wait "Save" 60
        """,
        "set {{e of Name}} \"letter.odt\"\nclick {{b of Save}}\ngone \"Save\" 60\nwait \"letter.odt\" 60",
        "done \"The letter is saved as letter.odt.\"",
      ])
    try await job.run(
      in: "Untitled 1 - LibreOffice Writer", of: "libreoffice", ["--norestore", "--nologo", "--writer"],
      showing: "Paragraph Style", on: desktop)
    let letter = try await Letter(desktop.home.appending(path: "letter.odt"), on: desktop)
    #expect(letter.paragraphs == ["Dear Ann,", "", "We meet on Saturday at noon.", "", "Yours, Sam"])
    #expect(letter.bold == ["Saturday"])
  }

}

@Suite(.desktop, .serialized) struct CalcJobTests {
  @Test func `a column is filled and saved as CSV`() async throws {
    let desktop = try SharedDesktop.current
    let job = Job(
      request: "fill column A with Hours, 12, 7 and 30.5 and save it as hours.csv",
      replies: [
        "type {{x of A1}} \"Hours\\n12\\n7\\n30.5\" enter\nmenu \"File > Save As…\"\nwait \"Save\" 60",
        "set {{e of Name}} \"hours.csv\"\nselect {{o}} \"Text CSV (.csv)\"\nclick {{b of Save}}\nwait \"Format\" 60",
        "click {{b of Use Text CSV Format}}\nwait \"Export Text File\" 60",
        "click {{b of OK}}\ngone \"Export Text File\" 60\nwait \"hours.csv\" 60",
        "done \"Column A is saved in hours.csv.\"",
      ])
    try await job.run(
      in: "Untitled 1 - LibreOffice Calc", of: "libreoffice", ["--norestore", "--nologo", "--calc"], showing: "A1",
      on: desktop)
    let file = desktop.home.appending(path: "hours.csv")
    #expect(try String(contentsOf: file, encoding: .utf8) == "Hours\n12\n7\n30.5\n")
  }
}

/// What an OpenDocument text holds.
private struct Letter: Decodable {
  var paragraphs: [String]
  /// The stretches that are bold.
  var bold: [String]

  init(_ file: URL, on desktop: Desktop) async throws {
    let run = try await desktop.run("python3", ["-c", Self.reader, file.path])
    guard run.exitCode == 0 else {
      let files = try FileManager.default.contentsOfDirectory(atPath: desktop.home.path)
      throw HarnessError.failed("\(run.errors) There are \(files).")
    }
    self = try JSONDecoder().decode(Self.self, from: Data(run.output.utf8))
  }

  private static let reader = """
    import json, sys, zipfile
    from xml.etree import ElementTree
    names = {p: f"urn:oasis:names:tc:opendocument:xmlns:{n}:1.0" for p, n in {
        "fo": "xsl-fo-compatible", "office": "office", "style": "style", "text": "text"}.items()}
    root = ElementTree.fromstring(zipfile.ZipFile(sys.argv[1]).read("content.xml"))
    bold = {style.get("{%(style)s}name" % names) for style in root.iter("{%(style)s}style" % names)
            if style.find("style:text-properties[@fo:font-weight='bold']", names) is not None}
    print(json.dumps({
        "paragraphs": ["".join(p.itertext()) for p in root.iter("{%(text)s}p" % names)],
        "bold": ["".join(span.itertext()) for span in root.iter("{%(text)s}span" % names)
                 if span.get("{%(text)s}style-name" % names) in bold]}))
    """
}
