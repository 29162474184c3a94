import Foundation
import TestSupport
import Testing

@Suite(.desktop, .serialized) struct NautilusJobTests {
  /// The first by the dialog's button, the others by what the first has taught.
  @Test func `three files are renamed`() async throws {
    let desktop = try SharedDesktop.current
    let folder = try TemporaryFolder()
    for name in ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg", "notes.txt"] { try folder.add("Photos/\(name)", content: name) }
    let job = Job(
      request: "rename the three pictures to beach 1.jpg, beach 2.jpg and beach 3.jpg",
      replies: [
        "select {{x of IMG_1.jpg}}\nkey F2\nwait \"Rename File\" 60",
        """
        set {{e of New Filename}} "beach 1.jpg"
        click {{b of Rename}}
        gone "Rename File"
        select {{x of IMG_2.jpg}}
        key F2
        wait "Rename File"
        key ctrl+a
        type "beach 2.jpg" enter
        gone "Rename File"
        menu {{x of IMG_3.jpg}} "Rename…"
        wait "Rename File"
        key ctrl+a
        type "beach 3.jpg" enter
        gone "Rename File"
        """,
        "done \"The pictures are called beach 1 to 3 now.\"",
      ])
    try await job.run(
      in: "Photos", of: "nautilus", [folder.url.appending(path: "Photos").path], showing: "IMG_1.jpg", on: desktop)
    let names = ["beach 1.jpg", "beach 2.jpg", "beach 3.jpg", "notes.txt"]
    #expect(try folder.files() == names.map { "Photos/\($0)" })
    let texts = try names.map { try String(contentsOf: folder.url.appending(path: "Photos/\($0)"), encoding: .utf8) }
    #expect(texts == ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg", "notes.txt"])
  }
}
