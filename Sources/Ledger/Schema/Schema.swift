/// The tables of the ledger, and how an older file becomes a current one.
///
/// The version is the file's `user_version`: the number of migrations that it has been through. A migration that was
/// released is never changed; a new one is added to `migrations`. Each says what its tables and columns mean, and so
/// does `.schema` in the `sqlite3` shell.
enum Schema {
  /// "Fazm": tells a ledger from the databases of other programs.
  static let applicationID: Int64 = 0x4661_7A6D

  static let migrations = [first, second, third, fourth]

  /// Brings the tables up to date. Several processes may do so at once: the first one does the work.
  static func prepare(_ database: borrowing Database) throws(LedgerError) {
    try database.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL")
    if try !isCurrent(database) {
      try database.transaction { () throws(LedgerError) in try migrate(database) }
    }
    // With a write-ahead log, those who read and the one who writes do not wait for each other.
    try database.writeAhead()
  }

  /// Whether the file is at this program's version; an error where it is not a ledger or a newer one.
  private static func isCurrent(_ database: borrowing Database) throws(LedgerError) -> Bool {
    let stamp = try stamp(of: database)
    guard stamp.application == applicationID || (stamp.application, stamp.version, stamp.objects) == (0, 0, 0) else {
      throw .foreign(path: database.path)
    }
    guard stamp.version <= migrations.count else {
      throw .newerSchema(path: database.path, found: stamp.version, known: migrations.count)
    }
    return stamp.version == migrations.count
  }

  private static func migrate(_ database: borrowing Database) throws(LedgerError) {
    // Another process may have done it while this one waited for the lock.
    guard try !isCurrent(database) else { return }
    for migration in try migrations.dropFirst(stamp(of: database).version) {
      try database.execute(migration)
    }
    try database.execute("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(migrations.count)")
  }

  /// What tells whose file it is. One statement sees one state of the file, while others may be changing it.
  private static func stamp(
    of database: borrowing Database
  ) throws(LedgerError) -> (application: Int64, version: Int, objects: Int64) {
    let stamps = try database.rows(
      """
      SELECT count(*) AS objects, (SELECT application_id FROM pragma_application_id) AS application,
        (SELECT user_version FROM pragma_user_version) AS version
      FROM sqlite_schema
      """
    ) { row throws(LedgerError) in
      (try row.integer("application"), Int(try row.integer("version")), try row.integer("objects"))
    }
    return stamps.first ?? (0, 0, 0)
  }
}
