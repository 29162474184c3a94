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
