import Foundation
import Ledger
import TestSupport

@testable import Model

/// A task that a client answers and a ledger keeps, turn by turn as the program does it.
struct RecordedTask {
  /// What the ledger said of each turn, when it ended.
  let deltas: [Cost]
  let turns: [TurnRecord]
  let total: Total

  init(_ model: any LanguageModel, turns count: Int, request: ModelRequest = .hello) async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let ledger = try Ledger(at: folder.url.appending(path: "ledger.sqlite3").path)
    let task = try await ledger.begin(NewTask(request: "do it", program: "Editor", identity: model.identity))
    var request = request
    var deltas: [Cost] = []
    for number in 1...count {
      let turn = try await ledger.startTurn(of: task, NewTurn(identity: model.identity, promptVersion: "1"))
      let reply = try await model.reply(to: request)
      deltas.append(try await ledger.finishTurn(turn, with: reply, duration: .milliseconds(number)))
      request.messages += [reply.message, Message(.user, text: "turn \(number)")]
    }
    await model.close()
    self.deltas = deltas
    turns = try await ledger.turns(of: task)
    total = try await ledger.total(of: task)
  }

  /// Whether the deltas, as they were told and as they are kept, add up to the total, and each total to the one before
  /// it, all to the nano-dollar.
  var addsUp: Bool {
    let amounts = deltas.compactMap(\.amount)
    let sums = amounts.indices.map { amounts[...$0].reduce(NanoDollars.zero, +) }
    return amounts.count == turns.count && turns.map(\.cost) == deltas
      && turns.map(\.taskCostAfter.exact) == sums && total.cost.exact == sums.last
  }
}
