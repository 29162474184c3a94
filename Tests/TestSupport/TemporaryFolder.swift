import Foundation

/// A folder that is removed, with all it holds, when the last reference to it goes.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "fazm-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Makes files, and the folders they are in, from paths relative to this folder.
  package func add(_ paths: String..., content: String = "") throws {
    for path in paths {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content.utf8).write(to: file)
    }
  }

  /// The paths of all files, relative to this folder, sorted. Folders are left out.
  package func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path)
      .filter { path in
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.appending(path: path).path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue
      }
      .sorted()
  }
}
