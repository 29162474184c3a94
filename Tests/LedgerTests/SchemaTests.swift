import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite struct SchemaTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appending(path: "ledger.sqlite3").path
    try LedgerFile.prepare(path)
  }

  @Test func makesTheTablesInAnEmptyFile() throws {
    let database = try Database.open(path)
    try Schema.prepare(database)
    #expect(try names(database, "table") == ["declarations", "sessions", "steps", "tasks", "turns"])
    #expect(try names(database, "view") == ["turns_with_totals"])
    #expect(
      try database.integer("SELECT user_version AS value FROM pragma_user_version") == Int64(Schema.migrations.count))
    #expect(try database.integer("SELECT journal_mode = 'wal' AS value FROM pragma_journal_mode") == 1)
  }

  @Test func leavesACurrentFileAlone() throws {
    let database = try Database.open(path)
    try Schema.prepare(database)
    try database.run("INSERT INTO tasks VALUES ('i', 'r', 'p', 'api', 'm', 1, 2, 3, 4, 'done', 5, 6, 7, 8, 'b', 0)")
    try Schema.prepare(database)
    try Schema.prepare(try Database.open(path))
    #expect(try database.integer("SELECT count(*) AS value FROM tasks") == 1)
  }

  @Test func refusesANewerSchema() throws {
    let database = try Database.open(path)
    try Schema.prepare(database)
    try database.execute("PRAGMA user_version = 99")
    let error = #expect(throws: LedgerError.self) { try Ledger(at: path) }
    #expect(error == .newerSchema(path: path, found: 99, known: Schema.migrations.count))
    #expect(try database.integer("SELECT user_version AS value FROM pragma_user_version") == 99)
  }

  @Test func refusesTheDatabaseOfAnotherProgram() throws {
    try Database.open(path).execute("CREATE TABLE bookmarks (url TEXT)")
    #expect(throws: LedgerError.foreign(path: path)) { try Ledger(at: path) }
    #expect(try names(try Database.open(path), "table") == ["bookmarks"])
  }

  @Test func aFailedMigrationLeavesNothingBehind() throws {
    let database = try Database.open(path)
    #expect(throws: LedgerError.self) {
      try database.transaction { () throws(LedgerError) in
        try database.execute(Schema.first)
        try database.execute("CREATE TABLE tasks (id TEXT)")
      }
    }
    #expect(try names(database, "table") == [])
    try Schema.prepare(database)
    #expect(try names(database, "table").count == 5)
  }

  @Test func rejectsCostsThatContradictTheirSource() throws {
    let database = try Database.open(path)
    try Schema.prepare(database)
    try database.run("INSERT INTO tasks VALUES ('i', 'r', 'p', 'api', 'm', 1, 2, 3, 4, 'done', 5, 6, 7, 8, 'b', 0)")
    func insert(_ cost: Int?, _ source: String) throws {
      try database.run(
        """
        INSERT INTO turns (id, task_id, number, state, mode, requested_model, prompt_version, images, image_tokens_est,
          started_ms, retries, cost_nanousd, cost_source)
        VALUES (:source, 'i', (SELECT count(*) FROM turns), 'finished', 'api', 'm', 'p', 0, 0, 1, 0, :cost, :source)
        """, ["cost": cost, "source": source])
    }
    #expect(throws: LedgerError.self) { try insert(nil, "computed") }
    #expect(throws: LedgerError.self) { try insert(5, "unknown") }
    #expect(throws: LedgerError.self) { try insert(-5, "reported") }
    try insert(5, "reported")
    #expect(try database.integer("SELECT count(*) AS value FROM turns") == 1)
  }

  private func names(_ database: borrowing Database, _ type: String) throws -> [String] {
    try database.rows(
      "SELECT name FROM sqlite_schema WHERE type = :type AND name NOT LIKE 'sqlite_%' ORDER BY name", ["type": type]
    ) { row throws(LedgerError) in try row.text("name") }
  }
}
