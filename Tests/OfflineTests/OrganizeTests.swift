import Commands
import Testing

@testable import Offline

@Suite struct OrganizeTests {
  /// Runs the job on a folder and checks what every run must keep to.
  private func organize(
    _ paths: [String], _ style: FakeFileManager.Style, request: String = "organize this folder",
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
    let result = try await organize(
      [
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
}
