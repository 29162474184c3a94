import Foundation

extension MissingTree {
  /// Looks at a running process; one that cannot be looked at may have started too early.
  init(of pid: Int32?) {
    guard let pid else {
      self = .startedTooEarly
      return
    }
    self.init(mapping: Self.files(mappedBy: pid), environment: Self.environment(of: pid))
  }

  /// The names, without folders, of the files that a process has mapped.
  private static func files(mappedBy pid: Int32) -> Set<String> {
    let lines = text(of: "/proc/\(pid)/maps").split(separator: "\n")
    return Set(lines.compactMap { $0.contains("/") ? $0.split(separator: "/").last.map(String.init) : nil })
  }

  /// Only what switches accessibility on and off is kept.
  private static func environment(of pid: Int32) -> [String: String] {
    let pairs = text(of: "/proc/\(pid)/environ").split(separator: "\0").compactMap { entry -> (String, String)? in
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "NO_AT_BRIDGE" || parts[0] == "GTK_A11Y" else { return nil }
      return (String(parts[0]), String(parts[1]))
    }
    return Dictionary(pairs) { _, last in last }
  }

  private static func text(of path: String) -> String {
    // These files say that they are empty, so that they must be read to their end.
    let content = try? FileHandle(forReadingAtPath: path)?.readToEnd()
    return String(decoding: content ?? Data(), as: UTF8.self)
  }
}
