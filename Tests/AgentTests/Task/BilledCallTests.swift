import Ledger
import Model
import TestSupport
import Testing

@testable import Agent

/// Calls that got no answer and may have been billed all the same, with a real client and a server on this machine.
@Suite struct BilledCallTests {
  enum Fault: CaseIterable {
    case droppedBeforeTheAnswer, droppedWithinTheAnswer, timedOut, stopped

    var reply: ScriptedReply {
      switch self {
      case .droppedBeforeTheAnswer: .dropped
      case .droppedWithinTheAnswer: .reply("done \"ok\"").dropping(.within)
      case .timedOut, .stopped: .reply("done \"late\"").delayed(600)
      }
    }

    var timeout: Duration { self == .timedOut ? .milliseconds(300) : .seconds(600) }
  }

  private let stage: Stage

  init() throws {
    stage = try Stage([.button("Save")])
  }

  private func client(of server: MessagesServer, for fault: Fault) throws -> MessagesAPI {
    var options = MessagesAPI.Options()
    options.timeout = fault.timeout
    return MessagesAPI(
      connection: Connection(mode: .endpoint, baseURL: server.baseURL, credential: nil), model: "haiku",
      prices: try PriceTable.load(), options: options)
  }

  /// Runs a task, which is stopped like by Ctrl-C once the server has the request that does not get an answer.
  private func run(
    _ fault: Fault, on server: MessagesServer, limits: Limits = Limits(), caps: CapPolicy = CapPolicy(),
    continuing past: TaskID? = nil, stoppingAt request: Int
  ) async throws -> TaskEnd {
    let runner = try await stage.runner(client(of: server, for: fault), limits: limits, caps: caps, continuing: past)
    let task = Task {
      var runner = runner
      return try await runner.run()
    }
    let stop = Task {
      while try server.requests().count < request { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
    }
    defer { stop.cancel() }
    if fault != .stopped { stop.cancel() }
    return try await task.value
  }

  @Test("its cost is unknown, and what it can be is reserved", arguments: Fault.allCases)
  func unknown(fault: Fault) async throws {
    let server = try MessagesServer([.reply("find \"Save\""), fault.reply, .reply("done \"late\"")])
    let end = try await run(fault, on: server, stoppingAt: 2)
    #expect(try server.requests().count == 2)
    let (task, turns) = try await stage.record()
    #expect(turns.map(\.state) == [.finished, fault == .stopped ? .interrupted : .failed])
    let known = try turns[0].cost.amount.orThrow("no cost")
    let most = try turns[1].mostCost.orThrow("nothing reserved")
    #expect(turns[1].cost == .unknown && most > .zero)
    #expect(end.total == known && end.isTotalIncomplete && end.totalAtMost == known + most)
    #expect(task.total.cost == CostTotal(known: known, unknown: 1) && task.total.mostCost == known + most)
    #expect(stage.person.notices.contains { $0.contains("may have been billed: its cost counts as the most") })
    let use = try await stage.ledger.use(of: task.id)
    #expect(end.tokens == use.tokens && use.tokens > 412)
  }

  @Test("repeating it never goes above a cap or a budget", arguments: Fault.allCases)
  func capped(fault: Fault) async throws {
    // Three calls have room, whether they are billed or not.
    let server = try MessagesServer(Array(repeating: fault.reply, count: 20))
    let cap = Cap(period: .ever, limit: NanoDollars(rawValue: 4_500_000))
    let policy = CapPolicy(caps: [cap], onCap: .stop)
    let limits = Limits(money: NanoDollars(rawValue: 20_000_000), tokens: 100_000)
    var past: TaskID?
    var calls = 0
    while calls < 20 {
      let end = try await run(
        fault, on: server, limits: limits, caps: policy, continuing: past, stoppingAt: calls + 1)
      past = end.task
      if case .budget(.cap) = end.outcome { break }
      calls += 1
      #expect(try server.requests().count == calls)
      let use = try await stage.ledger.use(of: [cap]).first.orThrow("no cap")
      #expect(use.spent > .zero && use.spent <= cap.limit && use.unknown == 0)
      let mostOfTask = try end.totalAtMost.orThrow("no bound")
      #expect(mostOfTask == use.spent && mostOfTask <= limits.money ?? .zero)
      #expect(end.tokens <= limits.tokens ?? 0)
    }
    #expect((1..<20).contains(calls))
  }

  @Test func `a server that never had the request costs nothing`() async throws {
    let client = MessagesAPI(
      connection: Connection(
        mode: .endpoint, baseURL: try #require(.init(string: "http://127.0.0.1:1")), credential: nil),
      model: "haiku", prices: try PriceTable.load())
    let end = try await stage.run(client)
    #expect(!end.isTotalIncomplete && end.totalAtMost == .zero && end.tokens == 0)
    #expect(try await stage.record().turns.map(\.cost) == [.computed(.zero)])
  }
}
