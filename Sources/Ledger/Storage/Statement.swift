import CSQLite

/// A prepared SQL statement, and the row that it stands on.
struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let path: String
  private let columns: [String: Int32]

  /// Takes over `handle`; `path` is the database's, for messages.
  init(owning handle: OpaquePointer, path: String) {
    self.handle = handle
    self.path = path
    var columns: [String: Int32] = [:]
    for index in 0..<sqlite3_column_count(handle) {
      if let name = sqlite3_column_name(handle, index) { columns[String(cString: name)] = index }
    }
    self.columns = columns
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Binds every parameter by its name, without the colon. One that is missing, or too many, is an error.
  func bind(_ parameters: [String: any Bindable]) throws(LedgerError) {
    guard Int(sqlite3_bind_parameter_count(handle)) == parameters.count else {
      throw misuse("the statement has \(sqlite3_bind_parameter_count(handle)) parameters, not \(parameters.count)")
    }
    for (name, parameter) in parameters {
      let index = sqlite3_bind_parameter_index(handle, ":" + name)
      guard index > 0 else { throw misuse("the statement has no parameter :\(name)") }
      try check(bind(parameter.value, at: index))
    }
  }

  /// Moves to the next row; false when there is none.
  func step() throws(LedgerError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw LedgerError(sqlite3_db_handle(handle), path: path)
  }

  /// The integer of a column that is never NULL.
  func integer(_ column: String) throws(LedgerError) -> Int64 {
    guard let value = try optionalInteger(column) else { throw .damaged(path: path) }
    return value
  }

  func optionalInteger(_ column: String) throws(LedgerError) -> Int64? {
    let index = try index(of: column)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER: return sqlite3_column_int64(handle, index)
    default: throw .damaged(path: path)
    }
  }

  /// The text of a column that is never NULL.
  func text(_ column: String) throws(LedgerError) -> String {
    guard let value = try optionalText(column) else { throw .damaged(path: path) }
    return value
  }

  func optionalText(_ column: String) throws(LedgerError) -> String? {
    let index = try index(of: column)
    switch sqlite3_column_type(handle, index) {
    case SQLITE_NULL: return nil
    case SQLITE_TEXT:
      guard let bytes = sqlite3_column_text(handle, index) else { return "" }
      let count = Int(sqlite3_column_bytes(handle, index))
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    default: throw .damaged(path: path)
    }
  }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let integer): return sqlite3_bind_int64(handle, index, integer)
    case .text(let text):
      var text = text
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          // An empty buffer may have no address, and SQLite takes none for NULL.
          guard let start = $0.baseAddress else { return fazm_bind_text(handle, index, "", 0) }
          return fazm_bind_text(handle, index, start, Int32($0.count))
        }
      }
    }
  }

  private func index(of column: String) throws(LedgerError) -> Int32 {
    guard let index = columns[column] else { throw misuse("the statement has no column \(column)") }
    return index
  }

  private func check(_ code: Int32) throws(LedgerError) {
    guard code == SQLITE_OK else { throw LedgerError(sqlite3_db_handle(handle), path: path) }
  }

  private func misuse(_ reason: String) -> LedgerError {
    .failed(path: path, reason: reason)
  }
}
