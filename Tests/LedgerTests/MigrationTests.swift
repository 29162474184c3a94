import Foundation
import Model
import TestSupport
import Testing

@testable import Ledger

/// Ledgers that older versions of the program wrote.
@Suite struct MigrationTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appending(path: "ledger.sqlite3").path
    try LedgerFile.prepare(path)
  }

  @Test func keepsTheRowsOfTheFirstVersion() async throws {
    try writeFirstVersion()
    let ledger = try Ledger(at: path)
    let task = try #require(try await ledger.tasks().first)
    #expect(task.request == "organize this folder")
    #expect(task.limits.budget == NanoDollars(rawValue: 50_000_000))
    #expect(task.state == .done)
    #expect(task.total.cost == CostTotal(known: NanoDollars(rawValue: 81_305), unknown: 1))
    let turns = try await ledger.turns(of: task.id)
    #expect(turns.map(\.cost) == [.computed(NanoDollars(rawValue: 81_305)), .unknown])
    #expect(turns.map(\.usage.cacheRead) == [655, nil])
    #expect(try await ledger.steps(of: turns[0].id).map(\.verb) == ["click"])
    #expect(try await ledger.spent(mode: .api) == task.total.cost)
  }

  @Test func takesNewRowsAfterwards() async throws {
    try writeFirstVersion()
    let ledger = try Ledger(at: path)
    try await ledger.declareBalance(NanoDollars(rawValue: 5))
    let task = try await ledger.begin(.example)
    let turn = try await ledger.startTurn(of: task, .example)
    var reply = reply(nil)
    reply.reportedTotal = ReportedTotal(session: "s", amount: NanoDollars(rawValue: 3))
    try await ledger.finishTurn(turn, with: reply, duration: .seconds(1))
    #expect(try await ledger.balance()?.left == NanoDollars(rawValue: 2))
    #expect(try await ledger.tasks().count == 2)
  }

  /// Many times, because what can go wrong when they meet does so once in some hundred times.
  @Test(arguments: 0..<20)
  func severalProcessesMayMigrateAtOnce(time: Int) async throws {
    try writeFirstVersion()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { [path] in try await Ledger(at: path).tasks().count }
      }
      for try await count in group { #expect(count == 1) }
    }
    let version = try Database.open(path).integer("SELECT user_version AS value FROM pragma_user_version")
    #expect(version == Int64(Schema.migrations.count))
  }

  /// A file as version 1 left it: made by its own statements, which may never change.
  private func writeFirstVersion() throws {
    let database = try Database.open(path)
    try database.transaction { () throws(LedgerError) in
      try database.execute(Schema.first)
      try database.execute("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1")
      try database.execute(
        """
        INSERT INTO tasks VALUES ('01M764Z6800000000000000001', 'organize this folder', 'pcmanfm', 'api',
          'claude-haiku-5-5', 50000000, NULL, 40, 20, 'done', 1794492000000, 1794492070000, 1, 2, 'boot');
        INSERT INTO turns VALUES
          ('01M764Z6800000000000000035', '01M764Z6800000000000000001', 1, 'finished', 'api', 'api.anthropic.com',
            'claude-haiku-5-5', NULL, 'a1b2c3', 140, 0, 0, 1794492000000, 1250, 412, 655, 0, 0, 58, 12, 81305,
            'computed', '2026-11-01', 0, 'end_turn', NULL, NULL, 'req_1'),
          ('01M764Z6800000000000000036', '01M764Z6800000000000000001', 2, 'interrupted', 'api', 'api.anthropic.com',
            'claude-haiku-5-5', NULL, 'a1b2c3', 30, 0, 0, 1794492004000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
            'unknown', NULL, 0, NULL, NULL, NULL, NULL);
        INSERT INTO steps VALUES (1, '01M764Z6800000000000000035', 1, 'click', 'b3', 'action', 'confirmed', NULL);
        """)
    }
  }
}
