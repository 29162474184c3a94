/// The tables of the ledger, and how an older file becomes a current one.
///
/// The version is the file's `user_version`: the number of migrations that it has been through. A migration that was
/// released is never changed; a new one is added to `migrations`. Each says what its tables and columns mean, and so
/// does `.schema` in the `sqlite3` shell.
enum Schema {
  /// "Fazm": tells a ledger from the databases of other programs.
  static let applicationID: Int64 = 0x4661_7A6D

  static let migrations = [first, second]

  /// Brings the tables up to date. Several processes may do so at once: the first one does the work.
  static func prepare(_ database: borrowing Database) throws(LedgerError) {
    try database.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL")
    if try !isCurrent(database) {
      try database.transaction { () throws(LedgerError) in try migrate(database) }
    }
    // With a write-ahead log, those who read and the one who writes do not wait for each other.
    try database.execute("PRAGMA journal_mode = WAL")
  }

  /// Whether the file is at this program's version; an error where it is not a ledger or a newer one.
  private static func isCurrent(_ database: borrowing Database) throws(LedgerError) -> Bool {
    let application = try database.integer("SELECT application_id AS value FROM pragma_application_id")
    let version = try version(of: database)
    if application != applicationID {
      let objects = try database.integer("SELECT count(*) AS value FROM sqlite_schema")
      guard application == 0, version == 0, objects == 0 else { throw .foreign(path: database.path) }
    }
    guard version <= migrations.count else {
      throw .newerSchema(path: database.path, found: version, known: migrations.count)
    }
    return version == migrations.count
  }

  private static func migrate(_ database: borrowing Database) throws(LedgerError) {
    // Another process may have done it while this one waited for the lock.
    guard try !isCurrent(database) else { return }
    for migration in try migrations.dropFirst(version(of: database)) {
      try database.execute(migration)
    }
    try database.execute("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)")
  }

  private static func version(of database: borrowing Database) throws(LedgerError) -> Int {
    Int(try database.integer("SELECT user_version AS value FROM pragma_user_version") ?? 0)
  }
}
