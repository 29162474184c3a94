import CSQLite

/// An open SQLite database; closed when its owner lets go of it.
struct Database: ~Copyable {
  private let handle: OpaquePointer
  let path: String

  /// Opens a file that exists already, for reading and writing by several processes at once. It waits for
  /// another process that is writing, `patience` milliseconds at most.
  static func open(_ path: String, patience: Int32 = 5000) throws(LedgerError) -> Database {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let error = LedgerError(handle, path: path)
      sqlite3_close_v2(handle)
      throw error
    }
    let database = Database(handle: handle, path: path)
    sqlite3_busy_timeout(handle, patience)
    sqlite3_extended_result_codes(handle, 1)
    guard sqlite3_db_readonly(handle, "main") == 0 else {
      throw .notWritable(path: path, reason: "the file may only be read")
    }
    return database
  }

  private init(handle: OpaquePointer, path: String) {
    self.handle = handle
    self.path = path
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// How many rows the last statement changed.
  var changes: Int { Int(sqlite3_changes64(handle)) }

  /// Runs SQL of our own that has no parameters: one statement, or several.
  func execute(_ sql: String) throws(LedgerError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw LedgerError(handle, path: path) }
  }

  /// Keeps a write-ahead log from here on. SQLite does not wait for other processes that do the same at this moment, so
  /// this does, five seconds at most.
  func writeAhead() throws(LedgerError) {
    let deadline = ContinuousClock.now + .seconds(5)
    while true {
      do throws(LedgerError) {
        return try execute("PRAGMA journal_mode = WAL")
      } catch {
        guard error == .busy(path: path), ContinuousClock.now < deadline else { throw error }
        sqlite3_sleep(10)
      }
    }
  }

  /// Runs one statement to its end, ignoring rows.
  func run(_ sql: String, _ parameters: [String: any Bindable] = [:]) throws(LedgerError) {
    let statement = try prepare(sql)
    try statement.bind(parameters)
    while try statement.step() {}
  }

  /// Every row of a query, in order.
  func rows<Element>(
    _ sql: String, _ parameters: [String: any Bindable] = [:],
    _ element: (borrowing Statement) throws(LedgerError) -> Element
  ) throws(LedgerError) -> [Element] {
    let statement = try prepare(sql)
    try statement.bind(parameters)
    var elements: [Element] = []
    while try statement.step() {
      elements.append(try element(statement))
    }
    return elements
  }

  /// The first row's column `value`, nil where there is no row or no value.
  func integer(_ sql: String, _ parameters: [String: any Bindable] = [:]) throws(LedgerError) -> Int64? {
    try rows(sql, parameters) { row throws(LedgerError) in try row.optionalInteger("value") }.first ?? nil
  }

  /// Runs `body` as one unit: all of it is written, or nothing.
  ///
  /// The write lock is taken at the start, so that what `body` reads cannot change before it writes.
  func transaction<Result>(_ body: () throws(LedgerError) -> Result) throws(LedgerError) -> Result {
    try execute("BEGIN IMMEDIATE")
    do throws(LedgerError) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // SQLite has rolled back by itself after some errors, such as a full disk; then this has nothing to do.
      sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }

  private func prepare(_ sql: String) throws(LedgerError) -> Statement {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw LedgerError(handle, path: path)
    }
    return Statement(owning: statement, path: path)
  }
}
