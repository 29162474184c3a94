import Foundation

/// Sees to it that one task at a time works on a display. The lock is the kernel's, so it ends with its process,
/// however that ends.
package struct DisplayLock: ~Copyable, Sendable {
  /// The task that holds the display.
  package struct Holder: Codable, Sendable, Hashable {
    package var pid: Int32
    package var request: String
  }

  private let descriptor: Int32

  /// Takes `display`, such as `:0`, for the task that does `request`. `directory` is the program's runtime directory,
  /// made where it is missing (0700).
  package init(directory: String, display: String, request: String) throws(DisplayLockError) {
    let path = Self.path(directory, display)
    try? FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notWritable(path, reason: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .taken(Self.holder(at: path))
    }
    self.descriptor = descriptor
    let holder = Holder(pid: getpid(), request: request)
    guard let data = try? JSONEncoder().encode(holder) else { return }
    ftruncate(descriptor, 0)
    _ = data.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// The task that works on a display now; nil where none does.
  package static func holder(directory: String, display: String) -> Holder? {
    let path = path(directory, display)
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return nil }
    return holder(at: path)
  }

  private static func holder(at path: String) -> Holder? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONDecoder().decode(Holder.self, from: data)
  }

  private static func path(_ directory: String, _ display: String) -> String {
    "\(directory)/task\(display.replacing("/", with: "_")).lock"
  }
}

/// Why a task does not get its display.
package enum DisplayLockError: Error, Sendable, Hashable {
  /// Another task works on it; nil where it cannot be told which.
  case taken(DisplayLock.Holder?)
  case notWritable(String, reason: String)
}
