import Concurrency
import Foundation
import Glibc

/// Waits until somebody else writes to a ledger, without looking at it again and again.
package actor LedgerWatch {
  private let descriptor: Int32
  private let database: Database
  /// Changes whenever another connection commits.
  private var version: Int64?
  private let executor = QueueExecutor(label: "ledger-watch")

  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Watches the directory of the ledger at `path`, because SQLite writes to a log beside the file.
  package init(path: String) throws(LedgerError) {
    database = try Database.open(path)
    version = try database.integer(Self.versionQuery)
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    let events = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
    let directory = (path as NSString).deletingLastPathComponent
    guard descriptor >= 0, inotify_add_watch(descriptor, directory, events) >= 0 else {
      throw .failed(path: path, reason: "its directory cannot be watched: \(String(cString: strerror(errno)))")
    }
  }

  deinit {
    close(descriptor)
  }

  /// Returns when something was committed since the last return, or after `limit`.
  package func wait(atMost limit: Duration) {
    let deadline = ContinuousClock.now + limit
    repeat {
      guard isReadable(until: deadline) else { return }
      // What happened to the files is of no interest, only that something did.
      var events = [UInt8](repeating: 0, count: 4096)
      while read(descriptor, &events, events.count) > 0 {}
    } while !isCommitted(before: deadline)
  }

  /// Whether the files were written since the last return.
  var hasNews: Bool { isReadable(until: .now) }

  private func isReadable(until deadline: ContinuousClock.Instant) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = max(0, (deadline - .now) / .milliseconds(1)).rounded(.up)
    return poll(&waiting, 1, Int32(min(milliseconds, Double(Int32.max)))) > 0
  }

  /// A commit can be seen only some time after its last write: when the disk has it, and nothing tells of that.
  private func isCommitted(before limit: ContinuousClock.Instant) -> Bool {
    let deadline = min(limit, .now + Self.slowestDisk)
    repeat {
      // Where this fails the ledger cannot be read, as whoever waits will find.
      guard let current = try? database.integer(Self.versionQuery) else { return true }
      if current != version {
        version = current
        return true
      }
      usleep(Self.glance)
    } while ContinuousClock.now < deadline && !hasNews
    return false
  }

  private static let versionQuery = "SELECT data_version AS value FROM pragma_data_version"
  private static let slowestDisk = Duration.seconds(5)
  /// In microseconds.
  private static let glance: UInt32 = 10_000
}
