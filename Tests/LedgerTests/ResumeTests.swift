import Foundation
import Ledger
import Model
import Testing

@Suite struct ResumeTests {
  @Test func aTaskThatEndedGoesOnInItsOwnEntry() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    let first = try await test.ledger.startTurn(of: task, .example)
    try await test.ledger.finishTurn(first, with: reply(100), duration: .seconds(1))
    try await test.ledger.end(task, as: .budget)

    let resumed = try await Ledger(at: test.path).resume(task)
    #expect(resumed.state == .running)
    #expect(resumed.ended == nil)
    #expect(resumed.total.cost.exact == NanoDollars(rawValue: 100))
    let second = try await test.ledger.startTurn(of: task, .example)
    try await test.ledger.finishTurn(second, with: reply(11), duration: .seconds(1))
    #expect(try await test.ledger.turns(of: task).map(\.number) == [1, 2])
    #expect(try await test.ledger.total(of: task).cost.exact == NanoDollars(rawValue: 111))
  }

  @Test func aTaskUnderWayIsNotTakenUpTwice() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    await #expect(throws: LedgerError.taskIsRunning(task.short)) { try await test.ledger.resume(task) }
  }

  @Test func aTaskThatIsNotThereCannotGoOn() async throws {
    let test = try TestLedger()
    let stranger = try #require(TaskID("01ARYZ6S41TSV4RRFFQ69G5FAV"))
    await #expect(throws: LedgerError.noSuchTask(stranger.description)) { try await test.ledger.resume(stranger) }
  }
}
