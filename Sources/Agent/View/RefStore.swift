import Foundation
import Outline

/// Keeps the refs that one command printed good for the next command of the same person on the same display.
package struct RefStore: Sendable {
  /// The refs of one window.
  package struct Entry: Codable, Sendable {
    package var window: UInt32
    package var pid: Int32?
    package var refs: RefTable

    package init(window: Window, refs: RefTable) {
      self.window = window.id
      pid = window.pid
      self.refs = refs
    }

    /// Window ids are given again after a window has closed; one of another process is another window.
    package func isFor(_ window: Window) -> Bool {
      self.window == window.id && pid == window.pid
    }
  }

  private let file: URL

  /// - Parameters:
  ///   - directory: the program's runtime directory, made where it is missing (0700).
  ///   - display: the X display that the windows are on, such as `:0`.
  package init(directory: String, display: String) {
    let name = display.replacing("/", with: "_")
    file = URL(fileURLWithPath: directory).appendingPathComponent("refs\(name).json")
  }

  /// The refs kept last; nil where there are none or they cannot be read.
  package func load() -> Entry? {
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode(Entry.self, from: data)
  }

  /// Makes the directory and the file so that nobody else can read them, whatever they were before.
  package func save(_ entry: Entry) throws {
    let manager = FileManager.default
    let directory = file.deletingLastPathComponent()
    try manager.createDirectory(at: directory, withIntermediateDirectories: true)
    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory.path)
    try JSONEncoder().encode(entry).write(to: file, options: .atomic)
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }
}
