import Foundation
import Glibc

/// Where the ledger is, and how its file comes into being.
package enum LedgerFile {
  /// `$XDG_STATE_HOME/fazm-linux/ledger.sqlite3`, with `~/.local/state` where the variable is no absolute path.
  package static func path(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    state(environment) + "/fazm-linux/ledger.sqlite3"
  }

  /// Makes sure that the file is there and that nobody else can read it.
  ///
  /// Directories that are missing are made for their owner alone; those that exist are left as they are.
  static func prepare(_ path: String) throws(LedgerError) {
    let directory = (path as NSString).deletingLastPathComponent
    try makeDirectory(directory, for: path)
    // `mknod` makes the file without opening it: closing a descriptor of a file drops every lock that this
    // process holds on it, those of another open ledger included.
    guard mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST else { throw failure(path) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notWritable(path: path, reason: "it is not a file")
    }
    guard status.st_mode & 0o077 == 0 || chmod(path, 0o600) == 0 else { throw failure(path) }
  }

  private static func state(_ environment: [String: String]) -> String {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state"
  }

  private static func makeDirectory(_ directory: String, for path: String) throws(LedgerError) {
    if directory.isEmpty || mkdir(directory, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, directory != "/" else { throw failure(path) }
    try makeDirectory((directory as NSString).deletingLastPathComponent, for: path)
    guard mkdir(directory, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
  }

  private static func failure(_ path: String) -> LedgerError {
    let code = errno
    if code == ENOSPC || code == EDQUOT { return .diskFull(path: path) }
    return .notWritable(path: path, reason: String(cString: strerror(code)))
  }
}
