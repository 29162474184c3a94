import Foundation
import TestSupport

/// A folder “Papers” of 60 files, which is more than a file manager shows at once.
struct PapersFolder {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 1...30 {
      let name = "Papers/Report \(number < 10 ? "0" : "")\(number)"
      try folder.add(name + ".odt", name + ".txt")
    }
  }

  var path: String { path(of: "Papers") }

  /// Adds a file beside the folder, or in it, and gives its path.
  @discardableResult
  func add(_ file: String, content: String = "") throws -> String {
    try folder.add(file, content: content)
    return path(of: file)
  }

  func path(of file: String) -> String { folder.url.appending(path: file).path }
}
