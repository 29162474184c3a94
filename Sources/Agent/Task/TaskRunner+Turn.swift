import Commands
import Ledger
import Model
import Outline
import Prompts

/// A turn that was taken; `outcome` is set where it was the last.
struct Turn: Sendable {
  var report: TurnReport
  var outcome: TaskOutcome?
}

extension TaskRunner {
  /// Asks the model once, within the budget, and carries out what it answers.
  mutating func takeTurn(of task: TaskID) async throws(TurnError) -> Turn {
    let clock = ContinuousClock()
    let start = clock.now
    let (id, reply) = try await ask(task)
    var report = TurnReport(
      number: budget.turns, steps: [], notRun: 0, repair: nil, usage: reply.usage, delta: reply.cost,
      total: budget.spent, isTotalIncomplete: budget.isIncomplete, totalAtMost: budget.spentAtMost,
      tokens: budget.tokens,
      limits: budget.limits, images: steps.imagesTaken, outlineTokens: outlineTokens, duration: .zero)
    conversation.append(reply: reply.message)
    let outcome: TaskOutcome?
    switch commands(in: reply) {
    case .failure(let unusable):
      report.repair = isRehearsal ? nil : await repair(unusable)
      outcome = report.repair == nil ? .unusableReply(unusable) : nil
    case .success(let parsed) where isRehearsal:
      person.see(.plan(await steps.plan(parsed.commands)))
      outcome = .rehearsed
    case .success(let parsed):
      outcome = try await carryOut(parsed, turn: id, into: &report)
    }
    report.images = steps.imagesTaken
    report.duration = clock.now - start
    return Turn(report: report, outcome: outcome)
  }

  private mutating func ask(_ task: TaskID) async throws(TurnError) -> (TurnID, ModelReply) {
    let (turn, request, most) = try await reserve(task)
    (newImages, newImageTokens) = (0, 0)
    person.see(.waiting(model.identity.model, atMost: most.cost))
    let clock = ContinuousClock()
    let start = clock.now
    let result: Result<ModelReply, ModelError>
    do {
      result = .success(try await model.reply(to: request))
    } catch {
      result = .failure(error)
    }
    let cost: Cost
    do {
      switch result {
      case .success(let reply):
        let version: String? = if case .computed = reply.cost { prices.version } else { nil }
        cost = try await ledger.finishTurn(turn, with: reply, duration: clock.now - start, priceTableVersion: version)
      case .failure(let error):
        cost = try await ledger.failTurn(
          turn, with: error, duration: clock.now - start, reportedTotal: await model.totalAfterFailure())
      }
    } catch {
      throw .ledger(error)
    }
    let before = budget
    switch result {
    case .success(let reply): budget.record(reply.usage, cost: cost, most: most)
    case .failure:
      budget.record(cost, most: most)
      tellOfReserve(for: cost, most: most)
    }
    do {
      try await warn(after: cost, most: most, before: before)
    } catch {
      throw .ledger(error)
    }
    switch result {
    case .success(var reply):
      // The ledger takes the differences between the totals that a client reports.
      reply.cost = cost
      return (turn, reply)
    case .failure(let error): throw .ends(error == .cancelled ? .interrupted : .model(error))
    }
  }

  /// What becomes of the caps and budgets when a call failed that may have been billed.
  private func tellOfReserve(for cost: Cost, most: CallEstimate) {
    guard cost == .unknown else { return }
    let bound = most.cost.map { "counts as the most that it can be, \($0.short)" } ?? "is not known"
    person.see(.notice("That call may have been billed: its cost \(bound) (\(most.tokens) tokens at most)."))
  }

  private func commands(in reply: ModelReply) -> Result<Reply, UnusableReply> {
    switch reply.stopReason {
    case .refusal: return .failure(.refused)
    case .maxTokens: return .failure(.cutOff)
    case .contextWindowExceeded: return .failure(.tooLong)
    case .endTurn, .stopSequence, .other: break
    }
    do {
      return .success(try Reply.parse(reply.text))
    } catch {
      return .failure(error == .empty ? .empty : .notCommands(error.description))
    }
  }

  /// Tells the model what was wrong, and returns that; nil where that was done often enough or cannot help.
  private mutating func repair(_ unusable: UnusableReply) async -> String? {
    guard let advice = unusable.advice else { return nil }
    repairs += 1
    let isHandedOver = repairs >= Self.failuresBeforeMove ? await movesUp(because: .unusableReplies) : false
    guard isHandedOver || repairs <= Self.mostRepairs else { return nil }
    conversation.tell(advice)
    outlineTokens = 0
    return advice
  }
}

extension UnusableReply {
  /// What the model is told; nil where it would not answer otherwise.
  fileprivate var advice: String? {
    switch self {
    case .empty: ReplyError.empty.description
    case .notCommands(let problem): problem
    case .cutOff: Prompts.steps(Conversation.Key.self)(.cutOff)
    case .refused, .tooLong: nil
    }
  }
}
