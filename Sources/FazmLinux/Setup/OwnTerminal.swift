import Foundation

/// The processes that this one was started from: the shell, and the terminal that shows it.
enum OwnTerminal {
  /// Whether a window of process `pid` is the terminal that this program was typed in.
  static func isShown(by pid: Int32?) -> Bool {
    guard let pid, pid > 1 else { return false }
    return ancestors().contains(pid)
  }

  private static func ancestors() -> [Int32] {
    var ancestors: [Int32] = []
    var pid = getppid()
    while pid > 1, !ancestors.contains(pid) {
      ancestors.append(pid)
      guard let parent = parent(of: pid) else { break }
      pid = parent
    }
    return ancestors
  }

  /// The fourth field of `/proc/PID/stat`; the second is the name in brackets, which may hold anything.
  private static func parent(of pid: Int32) -> Int32? {
    guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let end = stat.lastIndex(of: ")")
    else { return nil }
    let fields = stat[stat.index(after: end)...].split(separator: " ")
    return fields.count > 1 ? Int32(fields[1]) : nil
  }
}
