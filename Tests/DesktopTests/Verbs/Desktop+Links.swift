import Foundation
import TestSupport

extension Desktop {
  /// Has links written to `link` in the home folder of this desktop instead of opened.
  func recordLinks() throws {
    let entry = """
      [Desktop Entry]
      Type=Application
      Name=Link Recorder
      Exec=sh -c 'echo "$1" > "$HOME/link"' - %u
      MimeType=x-scheme-handler/http;x-scheme-handler/https;
      """
    let type = "x-scheme-handler/"
    let defaults = "[Default Applications]\n\(type)http=links.desktop\n\(type)https=links.desktop\n"
    for (path, text) in [(".local/share/applications/links.desktop", entry), (".config/mimeapps.list", defaults)] {
      let file = home.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// What link was opened last; nil before the first.
  var recordedLink: String? { try? String(contentsOf: home.appending(path: "link"), encoding: .utf8) }
}
