import Foundation
import Model

@testable import Ledger

/// Two tasks on two days, with every kind of turn.
enum Example {
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
      turn(3, of: 1, at: 70, state: .interrupted, cost: .unknown, total: &first) {
        $0.milliseconds = nil
        $0.mostCost = NanoDollars(rawValue: 1_250_000)
      },
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
      mayMoveUp: true,
      limits: TaskLimits(budget: NanoDollars(rawValue: 50_000_000), tokens: 20_000, turns: 40, images: 20),
      state: .interrupted, started: date(0), ended: date(70), total: Total(turns.filter { $0.task == TaskID(id(1)) })),
    TaskRecord(
      id: TaskID(id(2)),
      request: "open the newest invoice in the Downloads folder and put its total into the sheet\nthat is called Taxes",
      program: nil, mode: .api, model: "claude-sonnet-5-5", mayMoveUp: false, limits: TaskLimits(), state: .running,
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
      usage: isAnswered ? Usage(input: 412, cacheRead: 655, output: 58) : Usage(), cost: cost, mostCost: nil,
      priceTableVersion: "2026-11-01", taskCostAfter: total, retries: 0, stopReason: isAnswered ? "end_turn" : nil,
      errorType: nil, httpStatus: nil, requestID: isAnswered ? "req_1" : nil)
    change(&turn)
    return turn
  }

  static func id(_ number: UInt128) -> ULID {
    ULID(bits: 0x1A1_CC4F_9900 << 80 | number)
  }

  /// From 12 November 2026, 14:00 UTC, which is 23:00 in Tokyo.
  static func date(_ seconds: Double) -> Date {
    Date(timeIntervalSince1970: 1_794_492_000 + seconds)
  }
}
