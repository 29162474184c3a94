import Foundation
import Ledger
import Model
import Testing

@Suite struct DeltaTests {
  @Test func deltasOfTwentyTurnsAddUpToTheNanoDollar() async throws {
    let test = try TestLedger()
    let task = try await test.ledger.begin(.example)
    var expected = CostTotal()
    for number in 1...20 {
      let turn = try await test.ledger.startTurn(of: task, .example)
      switch number {
      case 4:
        try await test.ledger.failTurn(turn, with: .overloaded(status: 529, requestID: nil), duration: .seconds(1))
      case 9:
        try await test.ledger.finishTurn(turn, with: reply(nil), duration: .seconds(1))
        expected += .unknown
      case 15:
        try await test.ledger.failTurn(turn, with: .timedOut(host: "h", seconds: 60), duration: .seconds(60))
        expected += .unknown
      default:
        let cost = Int64(number) * 1_000_003
        try await test.ledger.finishTurn(turn, with: reply(cost), duration: .seconds(1))
        expected += .computed(NanoDollars(rawValue: cost))
      }
    }
    let turns = try await test.ledger.turns(of: task)
    let sum = turns.compactMap(\.cost.amount).reduce(.zero, +)
    let total = try await test.ledger.total(of: task)
    #expect(turns.count == 20)
    #expect(total.turns == 20)
    #expect(sum == total.cost.known)
    #expect(total.cost == expected)
    #expect(total.cost.unknown == 2)
    #expect(total.cost.exact == nil)
    #expect(total.cost.description == "at least $0.182000546")
    #expect(total == Total(turns))
    #expect(try await test.ledger.task(task).total == total)

    var running = CostTotal()
    for turn in turns {
      running += turn.cost
      #expect(turn.taskCostAfter == running)
    }
  }

  @Test func tasksDoNotShareATotal() async throws {
    let test = try TestLedger()
    let first = try await test.ledger.begin(.example)
    let second = try await test.ledger.begin(.example)
    for task in [first, second, first] {
      let turn = try await test.ledger.startTurn(of: task, .example)
      try await test.ledger.finishTurn(turn, with: reply(7), duration: .seconds(1))
    }
    #expect(try await test.ledger.total(of: first).cost.exact == NanoDollars(rawValue: 14))
    #expect(try await test.ledger.turns(of: second).map(\.taskCostAfter.exact) == [NanoDollars(rawValue: 7)])
    #expect(try await test.ledger.turns(of: first).map(\.number) == [1, 2])
  }

  @Test func anUnknownCostIsNeverZero() {
    #expect(CostTotal().description == "$0.00")
    #expect(CostTotal(known: .zero, unknown: 2).description == "$?")
    #expect(CostTotal(known: NanoDollars(rawValue: 310_000), unknown: 1).description == "at least $0.00031")
    #expect(CostTotal(known: NanoDollars(rawValue: 310_005), unknown: 1).short == "≥$0.00031")
    #expect(CostTotal(known: NanoDollars(rawValue: 310_005), unknown: 1).exactShort == "≥$0.000310005")
  }
}
