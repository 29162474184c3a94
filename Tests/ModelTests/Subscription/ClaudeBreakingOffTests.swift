import Foundation
import TestSupport
import Testing

@testable import Model

/// Turns that are cancelled, take too long, or go on when they should not, and what they cost.
@Suite struct ClaudeBreakingOffTests {
  /// Cancels a call once `claude` has been told the message.
  private func cancel(_ claude: FakeClaude, _ model: SubscriptionModel) async throws -> ModelError? {
    let call = Task { await model.failure() }
    while (try? claude.lines())?.isEmpty ?? true { try await Task.sleep(for: .milliseconds(5)) }
    call.cancel()
    return await call.value
  }

  @Test func cancellingInterruptsAndTellsWhatItCost() async throws {
    let claude = try FakeClaude(
      turns: [.start, .untilInterrupted, .brokenOff(nano: 41_500)], .answer("b", nano: 87_500))
    let model = try await claude.connect()
    #expect(try await cancel(claude, model) == .cancelled)
    #expect(
      await model.totalAfterFailure()
        == ReportedTotal(session: "s1", amount: NanoDollars(rawValue: 41_500), isFirst: true))
    #expect(try claude.lines().map { $0["request"]["subtype"] }.contains("interrupt"))
    // The next turn of the same session counts what came after.
    #expect(try await model.reply(to: .hello).cost == .reported(NanoDollars(rawValue: 46_000)))
    #expect(await model.totalAfterFailure() == nil)
    await model.close()
  }

  @Test func whoDoesNotListenIsKilledAndTellsNoCost() async throws {
    let claude = try FakeClaude(turns: [.start, ["hang": true]])
    let model = try await claude.connect(grace: .milliseconds(50))
    #expect(try await cancel(claude, model) == .cancelled)
    #expect(await model.totalAfterFailure() == nil)
  }

  @Test func callThatIsCancelledBeforehandStartsNothing() async throws {
    let claude = try FakeClaude(turns: .answer("click b3"))
    let model = try await claude.connect()
    let call = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await model.failure()
    }
    #expect(await call.value == .cancelled)
    #expect(!FileManager.default.fileExists(atPath: claude.folder.url.appending(path: "record.jsonl").path))
  }

  @Test(arguments: [true, false])
  func answerThatDoesNotCome(tellsItsCost: Bool) async throws {
    let turn: [JSON] = tellsItsCost ? [.start, .untilInterrupted, .brokenOff(nano: 7)] : [.start, ["hang": true]]
    let claude = try FakeClaude(turns: turn)
    let model = try await claude.connect(
      timeout: .milliseconds(100), grace: tellsItsCost ? .seconds(20) : .milliseconds(50))
    await #expect(throws: ModelError.timedOut(host: "claude", seconds: 1)) { try await model.reply(to: .hello) }
    #expect(await model.totalAfterFailure()?.amount == (tellsItsCost ? NanoDollars(rawValue: 7) : nil))
  }

  @Test(arguments: [false, true])
  func askingAgainOnItsOwnIsBrokenOff(wasRefused: Bool) async throws {
    var again: [String: JSON] = ["type": "user", "isSynthetic": true, "message": ["role": "user", "content": []]]
    if wasRefused { again["refused_message_id"] = "msg_1" }
    let turn: [JSON] = [
      .start, .words("click b3"), ["print": .object(again)], .untilInterrupted, .brokenOff(nano: 60_000),
    ]
    let claude = try FakeClaude(turns: turn, .answer("click b4", nano: 5, session: "s2"))
    let model = try await claude.connect()
    var request = ModelRequest.hello
    let reply = try await model.reply(to: request)
    #expect(reply.stopReason == (wasRefused ? .refusal : .maxTokens))
    #expect(reply.text == "click b3")
    #expect(reply.cost == .reported(NanoDollars(rawValue: 60_000)))
    #expect(reply.usage == Usage())
    // It goes on in a process that does not have what `claude` added.
    request.messages += [reply.message, Message(.user, text: "shorter")]
    #expect(try await model.reply(to: request).text == "click b4")
    #expect(try claude.messages().last?.array.first?["text"] == "<conversation>")
    await model.close()
  }

  @Test func answerThatWasCutOffWithoutAskingAgain() async throws {
    let claude = try FakeClaude(
      turns: [.words("click")] + .failure(word: "max_output_tokens", text: "exceeded", cut: "output_limit"),
      .failure(text: "The model has reached its context window limit.", cut: "context_window"))
    let model = try await claude.connect()
    #expect(try await model.reply(to: .hello).stopReason == .maxTokens)
    await model.close()
    #expect(try await model.reply(to: .hello).stopReason == .contextWindowExceeded)
    await model.close()
  }

  @Test func refusalIsAReply() async throws {
    let claude = try FakeClaude(turns: [.start, .words("no"), .end("no", nano: 1, stop: "refusal")])
    let model = try await claude.connect()
    #expect(try await model.reply(to: .hello).stopReason == .refusal)
    await model.close()
  }

  @Test func deltasOfAllTurnsSumToTheTotals() async throws {
    let totals = [46_000, 92_000, 92_000, 10_000, 11_000]
    let claude = try FakeClaude(
      turns: .answer("a", nano: totals[0]), .failure(status: 529, text: "x", nano: totals[1]),
      .answer("c", nano: totals[2]), .answer("d", nano: totals[3]), .answer("e", nano: totals[4]))
    let model = try await claude.connect()
    var deltas: [Int64?] = []
    for _ in totals {
      let cost = try? await model.reply(to: .hello).cost
      deltas.append(cost?.amount?.rawValue)
    }
    // The failed turn's 46,000 are told by its total; a smaller total counts from zero again.
    #expect(deltas == [46_000, nil, 0, 10_000, 1_000])
    await model.close()
  }

  @Test func twentyTurnsSumToTheNanoDollar() async throws {
    let totals = (1...20).map { $0 * 123_457 + $0 * $0 }
    let claude = try FakeClaude(turns: totals.map { .answer("click b3", nano: $0) })
    let model = try await claude.connect()
    var request = ModelRequest.hello
    var sum = NanoDollars.zero
    for _ in totals {
      let reply = try await model.reply(to: request)
      sum += try #require(reply.cost.amount)
      request.messages += [reply.message, Message(.user, text: "next")]
    }
    #expect(sum == NanoDollars(rawValue: Int64(totals[19])))
    #expect(try claude.runs().count == 1)
    await model.close()
  }

  @Test func totalsThatAreNoMoneyAreNotReported() {
    var totals = RunningTotal()
    for total in [nil, -1, .nan, .infinity, 1e300] as [Double?] {
      #expect(totals.take(total, session: "s") == nil)
    }
    #expect(totals.take(0.1 + 0.2, session: "s")?.delta == NanoDollars(rawValue: 300_000_000))
    #expect(totals.take(0.3, session: "s")?.delta == .zero)
    #expect(totals.take(0.1, session: "other")?.total.isFirst == true)
    #expect(totals.take(0.4, session: "s")?.total.isFirst == false)
  }
}
