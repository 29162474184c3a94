import Concurrency
import Foundation
import Glibc

/// Waits until a ledger is written to, by any process, without looking at it again and again.
package actor LedgerWatch {
  private let descriptor: Int32
  private let executor = QueueExecutor(label: "ledger-watch")

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Watches the directory of the ledger at `path`, because SQLite writes to a log beside the file.
  package init(path: String) throws(LedgerError) {
    let directory = (path as NSString).deletingLastPathComponent
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    let events = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
    guard descriptor >= 0, inotify_add_watch(descriptor, directory, events) >= 0 else {
      throw .failed(path: path, reason: "its directory cannot be watched: \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    close(descriptor)
  }

  /// Returns after the next write, or after `limit`. Writes since the last return count.
  package func wait(atMost limit: Duration) {
    guard isReadable(within: min(max(limit / .milliseconds(1), 0), Double(Int32.max))) else { return }
    // What happened is of no interest, only that something did.
    var events = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &events, events.count) > 0 {}
  }

  /// Whether there was a write since the last return.
  var hasNews: Bool { isReadable(within: 0) }

  private func isReadable(within milliseconds: Double) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, Int32(milliseconds)) > 0
  }
}
