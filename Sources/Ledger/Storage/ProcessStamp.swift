import Foundation
import Glibc

/// Names one process for good: process numbers are given anew, together with the start time they are not.
package struct ProcessStamp: Sendable, Hashable {
  package let pid: Int32
  /// In clock ticks since the machine started.
  let started: Int64
  /// Which start of the machine that is counted from.
  let bootID: String

  /// This process.
  package static let current = ProcessStamp(
    pid: getpid(), started: startTicks(of: getpid()) ?? 0, bootID: thisBoot)

  /// The process that has `pid` now; nil where there is none.
  package init?(pid: Int32) {
    guard let started = Self.startTicks(of: pid) else { return nil }
    self.init(pid: pid, started: started, bootID: Self.thisBoot)
  }

  init(pid: Int32, started: Int64, bootID: String) {
    self.pid = pid
    self.started = started
    self.bootID = bootID
  }

  package var isRunning: Bool {
    self == .current || (bootID == Self.thisBoot && Self.startTicks(of: pid) == started)
  }

  private static let thisBoot =
    (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?
    .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""

  /// Nil where the process is gone, or dead and not yet buried.
  private static func startTicks(of pid: Int32) -> Int64? {
    // "pid (name) state ppid …": the name may hold anything, so the fields are counted from its last bracket.
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let bracket = status.lastIndex(of: ")")
    else { return nil }
    let fields = status[status.index(after: bracket)...].split(separator: " ")
    guard fields.count > 19, !["Z", "X"].contains(fields[0]) else { return nil }
    return Int64(fields[19])
  }
}
