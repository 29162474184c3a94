import Foundation

/// A program could not be started.
struct ChildProcessError: Error, Sendable, Hashable {
  /// In the words of the system.
  let reason: String

  init(code: Int32) {
    reason = String(cString: strerror(code))
  }
}
