/// Why the ledger could not be opened, read or written. No task runs without it, so that nothing is spent unrecorded.
package enum LedgerError: Error, Sendable, Hashable {
  /// The file, or the directory that it should be in, cannot be written.
  case notWritable(path: String, reason: String)
  /// The disk, or the person's share of it, is full.
  case diskFull(path: String)
  /// The file is no SQLite database, or a broken one.
  case damaged(path: String)
  /// The file is a SQLite database of another program.
  case foreign(path: String)
  /// A newer version of this program wrote the file.
  case newerSchema(path: String, found: Int, known: Int)
  /// Other processes held the write lock for longer than this one waits.
  case busy(path: String)
  /// There is no task at all.
  case noTask
  /// No task has this id.
  case noSuchTask(String)
  /// Several tasks have ids that end like this.
  case ambiguousTask(String)
  /// A task that is to be taken up again is under way.
  case taskIsRunning(String)
  /// No turn has this id.
  case noSuchTurn(String)
  /// Anything else that SQLite reports, in its own words.
  case failed(path: String, reason: String)
}

extension LedgerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notWritable(let path, let reason):
      "The ledger \(path) cannot be written (\(reason)): make it and its directory writable for you, "
        + "or set XDG_STATE_HOME to a directory that is."
    case .diskFull(let path):
      "The disk that holds the ledger \(path) is full: free some space, or set XDG_STATE_HOME to a directory "
        + "on another disk."
    case .damaged(let path):
      "The ledger \(path) is damaged: move it away, and a new one is started; "
        + "sqlite3 can save most rows of the old one with .recover."
    case .foreign(let path):
      "The file \(path) belongs to another program: move it away, or set XDG_STATE_HOME to another directory."
    case .newerSchema(let path, let found, let known):
      "The ledger \(path) was written by a newer version of fazm-linux (schema \(found), this one knows \(known)): "
        + "update fazm-linux."
    case .busy(let path):
      "Another program has locked the ledger \(path): wait for it or close it, and try again."
    case .noTask:
      "There is no task yet: the ledger is empty."
    case .noSuchTask(let id):
      "The ledger has no task \(id): `fazm-linux usage tasks` lists them."
    case .ambiguousTask(let ending):
      "Several tasks end in \(ending): give more of the id, which `fazm-linux usage tasks --json` shows whole."
    case .taskIsRunning(let id):
      "The task \(id) is still running: wait for its end, or stop it first."
    case .noSuchTurn(let id):
      "The ledger has no turn \(id): `fazm-linux usage turns` lists them."
    case .failed(let path, let reason):
      "The ledger \(path) could not be used (\(reason)): try again, and move the file away if it happens again."
    }
  }
}
