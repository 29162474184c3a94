import Foundation
import Model
import TestSupport
import Testing

@testable import Ledger

@Suite struct ReportTests {
  private let utc = TimeZone.gmt

  @Test func daysAsATable() {
    expectGolden(DaysReport(Example.turns, in: utc).table.rendered(), "days.txt")
  }

  @Test func daysAsJSON() throws {
    expectGolden(try DaysReport(Example.turns, in: utc).json(), "days.json")
  }

  @Test func tasksAsATable() {
    expectGolden(TasksReport(Example.tasks, in: utc).table.rendered(), "tasks.txt")
  }

  @Test func tasksAsJSON() throws {
    expectGolden(try TasksReport(Example.tasks, in: utc).json(), "tasks.json")
  }

  @Test func turnsAsATable() {
    expectGolden(TurnsReport(Example.turns, in: utc).table.rendered(), "turns.txt")
  }

  @Test func turnsAsAWideTable() {
    expectGolden(TurnsReport(Example.turns, in: utc).table.rendered(width: 140), "turns-wide.txt")
  }

  @Test func turnsAsJSON() throws {
    expectGolden(try TurnsReport(Example.turns, in: utc).json(), "turns.json")
  }

  @Test func nothingYet() throws {
    expectGolden(DaysReport([], in: utc).table.rendered(), "days-empty.txt")
    expectGolden(try DaysReport([], in: utc).json(), "days-empty.json")
  }

  @Test func everyTableFitsAHundredColumns() {
    let tables = [
      DaysReport(Example.turns, in: utc).table, TasksReport(Example.tasks, in: utc).table,
      TurnsReport(Example.turns, in: utc).table,
    ]
    for table in tables {
      #expect(table.rendered().split(separator: "\n").allSatisfy { $0.displayWidth <= 100 })
    }
  }

  @Test func theTimeZoneDecidesTheDay() throws {
    let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
    #expect(DaysReport(Example.turns, in: utc).days.map(\.date) == ["2026-11-12", "2026-11-13"])
    #expect(DaysReport(Example.turns, in: tokyo).days.map(\.date) == ["2026-11-12", "2026-11-14"])
  }

  @Test func dollarsAreExactDecimals() {
    #expect(NanoDollars(rawValue: 81_305).dollars.description == "0.000081305")
    #expect(NanoDollars(rawValue: -1).dollars.description == "-0.000000001")
    #expect(NanoDollars(rawValue: .max).dollars.description == "9223372036.854775807")
  }

  @Test func setsThousandsApart() {
    #expect([0, 999, 1000, 1_234_567, -1234].map { Cell.number($0) } == ["0", "999", "1,000", "1,234,567", "-1,234"])
  }
}

/// Two tasks on two days, with every kind of turn.
private enum Example {
  static let turns: [TurnRecord] = {
    var first = CostTotal()
    var second = CostTotal()
    return [
      turn(1, of: 1, at: 0, cost: .computed(NanoDollars(rawValue: 81_305)), total: &first),
      turn(2, of: 1, at: 4, state: .failed, cost: .computed(.zero), total: &first) {
        $0.errorType = "overloaded"
        $0.httpStatus = 529
        $0.requestID = "req_2"
        $0.retries = 2
      },
      turn(3, of: 1, at: 70, state: .interrupted, cost: .unknown, total: &first) { $0.milliseconds = nil },
      turn(
        1, of: 2, at: 100_000, model: "claude-sonnet-5-5", cost: .reported(NanoDollars(rawValue: 2_612_000)),
        total: &second
      ) {
        $0.images = 1
        $0.imageTokens = 1334
        $0.usage = Usage(input: 12_345, cacheRead: 655, cacheWrite5m: 200, cacheWrite1h: 0, output: 58, thinking: 20)
      },
      turn(2, of: 2, at: 100_009, cost: .computed(NanoDollars(rawValue: 1_234_567_895)), total: &second),
    ]
  }()

  static let tasks: [TaskRecord] = [
    TaskRecord(
      id: TaskID(id(1)), request: "organize this folder", program: "pcmanfm", mode: .api, model: "claude-haiku-5-5",
      limits: TaskLimits(budget: NanoDollars(rawValue: 50_000_000), tokens: 20_000, turns: 40, images: 20),
      state: .interrupted, started: date(0), ended: date(70), total: Total(turns.filter { $0.task == TaskID(id(1)) })),
    TaskRecord(
      id: TaskID(id(2)),
      request: "open the newest invoice in the Downloads folder and put its total into the sheet\nthat is called Taxes",
      program: nil, mode: .api, model: "claude-sonnet-5-5", limits: TaskLimits(), state: .running,
      started: date(100_000), ended: nil, total: Total(turns.filter { $0.task == TaskID(id(2)) })),
  ]

  private static func turn(
    _ number: Int, of task: UInt128, at seconds: Double, state: TurnState = .finished,
    model: String = "claude-haiku-5-5", cost: Cost, total: inout CostTotal,
    _ change: (inout TurnRecord) -> Void = { _ in }
  ) -> TurnRecord {
    total += cost
    let isAnswered = state == .finished
    var turn = TurnRecord(
      id: TurnID(id(task * 100 + UInt128(number))), task: TaskID(id(task)), number: number, state: state,
      program: "pcmanfm", mode: .api, host: "api.anthropic.com", requestedModel: model,
      resolvedModel: nil, promptVersion: "a1b2c3", outlineTokens: 140, images: 0, imageTokens: 0,
      started: date(seconds), milliseconds: 1250,
      usage: isAnswered ? Usage(input: 412, cacheRead: 655, output: 58) : Usage(), cost: cost,
      priceTableVersion: "2026-11-01", taskCostAfter: total, retries: 0, stopReason: isAnswered ? "end_turn" : nil,
      errorType: nil, httpStatus: nil, requestID: isAnswered ? "req_1" : nil)
    change(&turn)
    return turn
  }

  private static func id(_ number: UInt128) -> ULID {
    ULID(bits: 0x1A1_CC4F_9900 << 80 | number)
  }

  /// From 12 November 2026, 14:00 UTC, which is 23:00 in Tokyo.
  private static func date(_ seconds: Double) -> Date {
    Date(timeIntervalSince1970: 1_794_492_000 + seconds)
  }
}
