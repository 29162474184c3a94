import Foundation
import Ledger
import Model
import Synchronization
import TestSupport

/// A ledger in a folder of its own, whose clock moves on by one second at each look.
final class TestLedger: Sendable {
  let folder: TemporaryFolder
  let path: String
  let ledger: Ledger

  init(process: ProcessStamp = .current) throws {
    folder = try TemporaryFolder()
    path = folder.url.appending(path: "state/fazm-linux/ledger.sqlite3").path
    ledger = try Ledger(at: path, process: process, now: steppingClock())
  }
}

/// Begins on 12 November 2026, 10:00 UTC.
func steppingClock() -> @Sendable () -> Date {
  let clock = Clock()
  return { clock.next() }
}

private final class Clock: Sendable {
  private let seconds = Mutex(1_794_477_600.0)

  func next() -> Date {
    seconds.withLock {
      $0 += 1
      return Date(timeIntervalSince1970: $0)
    }
  }
}

let haiku = ModelIdentity(mode: .api, model: "claude-haiku-5-5", host: "api.anthropic.com", meter: "API credit")

extension NewTask {
  static let example = NewTask(request: "organize this folder", program: "pcmanfm", identity: haiku)
}

extension NewTurn {
  static let example = NewTurn(identity: haiku, promptVersion: "a1b2c3", outlineTokens: 140)
}

/// A reply that cost so many nano-dollars; nil is a cost that is not known.
func reply(_ cost: Int64?, usage: Usage = Usage(input: 412, cacheRead: 655, output: 58)) -> ModelReply {
  ModelReply(
    message: Message(.assistant, text: "click b3"), stopReason: .endTurn, usage: usage,
    cost: cost.map { .computed(NanoDollars(rawValue: $0)) } ?? .unknown, resolvedModel: "claude-haiku-5-5-20260901",
    requestID: "req_1")
}
