import Foundation

/// A folder with nothing in it for a program to work in. It goes, with whatever was put there, with the last reference.
final class EmptyFolder: Sendable {
  let path: String

  /// Readable by this person only, where temporary files go.
  init() throws(ChildProcessError) {
    let base = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(base)/fazm-linux-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ChildProcessError(code: errno) }
    path = template.withUnsafeBufferPointer {
      String(decoding: $0.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
