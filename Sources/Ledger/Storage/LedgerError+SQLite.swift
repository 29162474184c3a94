import CSQLite
import Glibc

extension LedgerError {
  /// What the last call on `handle` failed with; nil is a connection that SQLite had no memory for.
  init(_ handle: OpaquePointer?, path: String) {
    let code = sqlite3_errcode(handle)
    let systemError = sqlite3_system_errno(handle)
    switch code & 0xFF {
    case SQLITE_FULL:
      self = .diskFull(path: path)
    case SQLITE_IOERR where systemError == ENOSPC || systemError == EDQUOT:
      self = .diskFull(path: path)
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
      self = .notWritable(path: path, reason: Self.reason(handle))
    case SQLITE_CORRUPT, SQLITE_NOTADB:
      self = .damaged(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED:
      self = .busy(path: path)
    default:
      self = .failed(path: path, reason: Self.reason(handle))
    }
  }

  private static func reason(_ handle: OpaquePointer?) -> String {
    guard let message = sqlite3_errmsg(handle) else { return "out of memory" }
    return String(cString: message)
  }
}
