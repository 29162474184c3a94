import Foundation

/// Stands for leave that the person gave before, so that they are asked once. Readable by its owner alone.
package struct RestoreToken: Sendable {
  private let file: URL

  /// In a directory that need not be there yet.
  package init(directory: String) {
    file = URL(fileURLWithPath: directory).appending(path: "remote-desktop-token")
  }

  package func load() -> String? {
    guard let text = try? String(contentsOf: file, encoding: .utf8), !text.isEmpty else { return nil }
    return text
  }

  /// Nil forgets it. Where it cannot be kept, the person is asked again another time.
  package func save(_ token: String?) {
    guard let token else {
      try? FileManager.default.removeItem(at: file)
      return
    }
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let fresh = file.path + ".new"
    unlink(fresh)
    // Its owner's alone before anything stands in it.
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let written = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard (try? written.write(contentsOf: Data(token.utf8))) != nil else { return }
    _ = rename(fresh, file.path)
  }
}
