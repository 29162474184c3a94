import Foundation
import Model
import TestSupport
import Testing

@testable import Ledger

@Suite struct StatusTests {
  @Test(arguments: StatusFormat.allCases) func everyLevelInEveryFormat(format: StatusFormat) throws {
    let texts = try Self.situations.map { name, status in
      """
      == \(name)
      \(try format.text(of: status))-- followed
      \(try format.text(of: status, isFollowed: true))-- without colour
      \(try format.text(of: status, isColored: false))
      """
    }
    expectGolden(texts.joined(separator: "\n") + "\n", "status-\(format.rawValue).txt")
  }

  @Test func detailsNameEverything() {
    let texts = Self.situations.map { name, status in (["== \(name)"] + status.details).joined(separator: "\n") }
    expectGolden(texts.joined(separator: "\n") + "\n", "status-details.txt")
  }

  @Test func levels() {
    #expect(Self.situations.map(\.1.level) == [.idle, .running, .running, .low, .empty])
  }

  /// Waybar reads one object a line, and its text as Pango markup.
  @Test func waybarTakesNoMarkupFromARequest() throws {
    var status = Self.situations[1].1
    status.running[0].request = "<b>\"x\" & \n y</b>"
    let text = try StatusFormat.waybar.text(of: status)
    #expect(text.filter { $0 == "\n" }.count == 1)
    let object = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    #expect(object.keys == ["alt", "class", "text", "tooltip"])
    #expect(object["tooltip"].string?.contains("&lt;b&gt;\"x\" &amp;   y&lt;/b&gt;: ") == true)
  }

  /// What would be read as a tag of its own.
  @Test func polybarGetsNoTagsButOurs() throws {
    for (_, status) in Self.situations {
      #expect(!(try StatusFormat.polybar.text(of: status, isColored: false)).contains("%"))
    }
  }

  @Test func thePaceCountsFromTheFirstTurnOfTheHour() {
    func pace(_ minutes: Double...) -> Int64? {
      status(turns: minutes.map { turn(minutesAgo: $0, cost: 1_000_000) }).hourly()?.rawValue
    }
    #expect(pace() == nil)
    #expect(pace(1) == 6_000_000)
    #expect(pace(10) == 6_000_000)
    #expect(pace(30, 20, 5) == 6_000_000)
    #expect(pace(60) == 1_000_000)
  }

  @Test func aPaceIsOfItsOwnMode() {
    var own = turn(minutesAgo: 60, cost: 4_000_000)
    own.mode = .subscription
    let status = status(turns: [own, turn(minutesAgo: 60, cost: 1_000_000)])
    #expect(status.hourly()?.rawValue == 5_000_000)
    #expect(status.hourly(.subscription)?.rawValue == 4_000_000)
    #expect(status.hourly(.acp) == nil)
  }

  @Test func tellsWhenAFundIsEmpty() {
    let status = status(turns: [turn(minutesAgo: 60, cost: 1_000_000)])
    let fund = Fund(
      kind: .balance, amount: NanoDollars(rawValue: 5_000_000), since: Example.date(0),
      spent: CostTotal(known: NanoDollars(rawValue: 2_000_000)))
    #expect(status.end(of: fund) == status.now + 3 * 3600)
    var filledSooner = fund
    filledSooner.resets = status.now + 3600
    #expect(status.end(of: filledSooner) == nil)
    var empty = fund
    empty.spent = CostTotal(known: NanoDollars(rawValue: 6_000_000))
    #expect(empty.left == .zero)
    #expect(status.end(of: empty) == status.now)
    #expect(self.status(turns: []).end(of: fund) == nil)
  }

  @Test func theFundThatIsEmptyFirstIsTold() {
    var status = status(turns: [turn(minutesAgo: 60, cost: 1_000_000)])
    func fund(_ kind: Fund.Kind, _ amount: Int64, spent: Int64) -> Fund {
      Fund(
        kind: kind, amount: NanoDollars(rawValue: amount), since: Example.date(0),
        spent: CostTotal(known: NanoDollars(rawValue: spent)))
    }
    // Nothing draws from the pool, so a small balance ends sooner than a pool that is all but empty.
    status.funds = [fund(.pool(.pro), 1_000_000, spent: 900_000), fund(.balance, 2_000_000, spent: 0)]
    #expect(status.nextToEnd?.kind == .balance)
    #expect(status.level == .low)
    status.lastHour = []
    #expect(status.nextToEnd?.kind == .pool(.pro))
  }

  @Test func readsTheLedger() async throws {
    let test = try TestLedger()
    let ended = try await test.ledger.begin(.example)
    let old = try await test.ledger.startTurn(of: ended, .example)
    try await test.ledger.finishTurn(old, with: reply(100), duration: .seconds(1))
    try await test.ledger.end(ended, as: .done)
    let running = try await test.ledger.begin(.example)
    let turn = try await test.ledger.startTurn(of: running, .example)
    try await test.ledger.finishTurn(turn, with: reply(11), duration: .seconds(1))
    try await test.ledger.declareBalance(NanoDollars(rawValue: 500))
    let status = try await test.ledger.status(in: .gmt)
    #expect(status.today.exact == NanoDollars(rawValue: 111))
    #expect(status.running.map(\.id) == [running])
    #expect(status.lastHour.count == 2)
    #expect(status.funds.map(\.kind) == [.balance])
    let later = try await Ledger(at: test.path, now: { Date(timeIntervalSince1970: 1_794_477_600 + 7_200) })
      .status(in: .gmt)
    #expect(later.lastHour.isEmpty)
    #expect(later.hourly() == nil)
  }

  private static let situations: [(String, UsageStatus)] = {
    let turns = [
      turn(minutesAgo: 90, cost: 300_000_000), turn(minutesAgo: 30, cost: 40_000_000),
      turn(minutesAgo: 3, cost: 2_612_000),
    ]
    let hour = Array(turns.dropFirst())
    func fund(_ kind: Fund.Kind, _ amount: Int64, _ spent: Int64, unknown: Int = 0, resets: Date? = nil) -> Fund {
      Fund(
        kind: kind, amount: NanoDollars(rawValue: amount), since: Example.date(0), resets: resets,
        spent: CostTotal(known: NanoDollars(rawValue: spent), unknown: unknown))
    }
    return [
      ("nothing yet", status(turns: [])),
      ("a task, and nothing declared", status(turns: hour, running: [Example.tasks[1]])),
      (
        "two tasks, an unknown cost and two funds",
        status(
          turns: hour + [turn(minutesAgo: 1, cost: nil)], running: [Example.tasks[0], Example.tasks[1]],
          funds: [
            fund(.balance, 25_000_000_000, 420_000_000, unknown: 1),
            fund(.pool(.pro), 20_000_000_000, 0, resets: now + 9 * 86_400),
          ])
      ),
      ("little left", status(turns: hour, funds: [fund(.balance, 500_000_000, 420_000_000)])),
      ("nothing left", status(turns: [], funds: [fund(.balance, 400_000_000, 420_000_000)])),
    ]
  }()

  private static let now = Example.date(200_000)

  private static func status(
    turns: [TurnRecord], running: [TaskRecord] = [], funds: [Fund] = []
  ) -> UsageStatus {
    UsageStatus(now: now, today: Total(turns).cost, running: running, lastHour: turns, funds: funds)
  }

  private static func turn(minutesAgo: Double, cost: Int64?) -> TurnRecord {
    var turn = Example.turns[0]
    turn.started = now - minutesAgo * 60
    turn.cost = cost.map { .computed(NanoDollars(rawValue: $0)) } ?? .unknown
    return turn
  }

  private func status(turns: [TurnRecord]) -> UsageStatus { Self.status(turns: turns) }
  private func turn(minutesAgo: Double, cost: Int64?) -> TurnRecord { Self.turn(minutesAgo: minutesAgo, cost: cost) }
}
