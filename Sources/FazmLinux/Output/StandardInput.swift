import Dispatch
import Foundation

/// Lines of standard input, for whoever can wait for them and be stopped meanwhile.
enum StandardInput {
  /// The next line without its end; nil at the end of the input, or when the surrounding task is cancelled.
  static func line() async -> String? {
    while !Task.isCancelled {
      if await isReady() { return readLine() }
    }
    return nil
  }

  /// Whether there is something to read, after a moment at most.
  private static func isReady() async -> Bool {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        continuation.resume(returning: poll(&descriptor, 1, pollMilliseconds) != 0)
      }
    }
  }

  private static let pollMilliseconds: Int32 = 100
}
