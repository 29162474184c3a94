import Foundation
import Model
import TestSupport
import Testing

@testable import Ledger

@Suite struct WatchTests {
  @Test func aWriteOfAnotherConnectionEndsTheWait() async throws {
    let test = try TestLedger()
    let watch = try LedgerWatch(path: test.path)
    let other = try Ledger(at: test.path)
    await watch.wait(atMost: .zero)
    let clock = ContinuousClock()
    let start = clock.now
    async let waited: Void = watch.wait(atMost: .seconds(600))
    _ = try await other.begin(.example)
    await waited
    #expect(clock.now - start < .seconds(600))
  }

  /// A file is written before its commit can be seen, and nothing is written when it can.
  @Test func whatEndedTheWaitCanBeSeen() async throws {
    let test = try TestLedger()
    let watch = try LedgerWatch(path: test.path)
    let reader = try Ledger(at: test.path)
    for amount in 1...50 as ClosedRange<Int64> {
      try await test.ledger.declareBalance(NanoDollars(rawValue: amount))
      await watch.wait(atMost: .seconds(600))
      #expect(try await reader.balance()?.amount == NanoDollars(rawValue: amount))
    }
  }

  /// As a process that is killed, or has nothing to say after all.
  @Test func whatIsTakenBackEndsNoWait() async throws {
    let test = try TestLedger()
    let watch = try LedgerWatch(path: test.path)
    await watch.wait(atMost: .zero)
    let database = try Database.open(test.path)
    // More than the cache takes, so that it goes to the disk before it is taken back.
    try database.execute(
      """
      PRAGMA cache_size = 1; BEGIN IMMEDIATE;
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 1000)
        INSERT INTO declarations (kind, plan, declared_ms) SELECT 'balance', hex(zeroblob(1000)), n FROM numbers;
      ROLLBACK
      """)
    #expect(await watch.hasNews)
    let start = ContinuousClock.now
    await watch.wait(atMost: .milliseconds(50))
    #expect(ContinuousClock.now - start >= .milliseconds(50))
  }

  /// Reading must not look like writing, or a monitor would wake itself for ever.
  @Test func readingEndsNoWait() async throws {
    let test = try TestLedger()
    _ = try await test.ledger.begin(.example)
    let reader = try Ledger(at: test.path)
    let watch = try LedgerWatch(path: test.path)
    await watch.wait(atMost: .zero)
    _ = try await reader.status()
    _ = try await reader.status()
    #expect(await watch.hasNews == false)
    _ = try await test.ledger.begin(.example)
    #expect(await watch.hasNews)
  }

  @Test func aFolderThatIsNotThereCannotBeWatched() {
    #expect(throws: LedgerError.self) { try LedgerWatch(path: "/nonexistent/ledger.sqlite3") }
  }
}
