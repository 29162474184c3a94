import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite struct DatabaseTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appending(path: "test.sqlite3").path
    try LedgerFile.prepare(path)
    try Database.open(path).execute("CREATE TABLE things (name TEXT, size INTEGER)")
  }

  private static let insert = "INSERT INTO things (name, size) VALUES (:name, :size)"

  @Test(arguments: ["", "plain", "it's; DROP TABLE things --", "nul\0inside", "日本語 👩‍👩‍👧", "\n\u{1B}[31m"])
  func givesTextBackAsItWas(_ text: String) throws {
    let database = try Database.open(path)
    try database.run(Self.insert, ["name": text, "size": 1])
    let names = try database.rows("SELECT name FROM things") { row throws(LedgerError) in try row.text("name") }
    #expect(names == [text])
  }

  @Test(arguments: [Int64.min, -1, 0, 1, .max])
  func givesIntegersBackAsTheyWere(_ number: Int64) throws {
    let database = try Database.open(path)
    try database.run(Self.insert, ["name": nil as String?, "size": number])
    #expect(try database.integer("SELECT size AS value FROM things") == number)
  }

  @Test func roundsTimesToMilliseconds() {
    #expect(Date(timeIntervalSince1970: 1_794_477_600.1236).value == .integer(1_794_477_600_124))
    #expect(Date(milliseconds: 1_794_477_600_124).value == .integer(1_794_477_600_124))
    #expect(Duration.microseconds(1_250_900).value == .integer(1250))
  }

  @Test func refusesParametersThatDoNotFit() throws {
    let database = try Database.open(path)
    #expect(throws: LedgerError.self) { try database.run(Self.insert, ["name": "a"]) }
    #expect(throws: LedgerError.self) { try database.run(Self.insert, ["name": "a", "weight": 1]) }
    #expect(throws: LedgerError.self) { try database.run(Self.insert, ["name": "a", "size": 1, "weight": 1]) }
    #expect(try database.integer("SELECT count(*) AS value FROM things") == 0)
  }

  @Test func tellsNullFromZero() throws {
    let database = try Database.open(path)
    try database.run(Self.insert, ["name": nil as String?, "size": nil as Int?])
    let row = try database.rows("SELECT name, size FROM things") { row throws(LedgerError) in
      (try row.optionalText("name"), try row.optionalInteger("size"))
    }
    #expect(row.count == 1 && row[0] == (nil, nil))
    #expect(throws: LedgerError.damaged(path: path)) {
      try database.rows("SELECT size FROM things") { row throws(LedgerError) in try row.integer("size") }
    }
  }

  @Test func undoesATransactionThatFails() throws {
    let database = try Database.open(path)
    #expect(throws: LedgerError.noSuchTask("x")) {
      try database.transaction { () throws(LedgerError) in
        try database.run(Self.insert, ["name": "a", "size": 1])
        throw .noSuchTask("x")
      }
    }
    #expect(try database.integer("SELECT count(*) AS value FROM things") == 0)
  }

  @Test func saysThatTheDiskIsFull() throws {
    let database = try Database.open(path)
    // As full as a disk that has room for no further page.
    _ = try database.rows("PRAGMA max_page_count = 1") { _ throws(LedgerError) in 0 }
    let large = String(repeating: "x", count: 100_000)
    #expect(throws: LedgerError.diskFull(path: path)) {
      try database.transaction { () throws(LedgerError) in
        try database.run(Self.insert, ["name": large, "size": 1])
      }
    }
    #expect(try database.integer("SELECT count(*) AS value FROM things") == 0)
  }

  @Test func saysThatAnotherProgramHoldsTheLock() throws {
    let holder = try Database.open(path)
    try holder.execute("BEGIN IMMEDIATE")
    let database = try Database.open(path, patience: 0)
    #expect(throws: LedgerError.busy(path: path)) { try database.run(Self.insert, ["name": "a", "size": 1]) }
    try holder.execute("COMMIT")
    try database.run(Self.insert, ["name": "a", "size": 1])
  }
}
