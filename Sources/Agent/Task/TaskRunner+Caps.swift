import Ledger
import Model
import Prompts

extension TaskRunner {
  /// Writes the next turn and makes its request, with no more output than the limits and the caps let it have.
  mutating func reserve(_ task: TaskID) async throws(TurnError) -> (turn: TurnID, ModelRequest, CallEstimate) {
    while true {
      guard !Task.isCancelled else { throw .ends(.interrupted) }
      let caps = policy.caps.filter { $0.covers(model.identity.mode) && !waivedCaps.contains($0) }
      do {
        let most = try estimate(for: model.identity, within: try await ledger.use(of: caps))
        let turn = NewTurn(
          identity: model.identity, promptVersion: Prompts.version, outlineTokens: outlineTokens, images: newImages,
          imageTokens: newImageTokens, most: most)
        if let id = try await ledger.startTurn(of: task, turn, within: caps) {
          let request = ModelRequest(
            system: Prompts.system, messages: conversation.messages, maxTokens: most.outputTokens)
          return (id, request, most)
        }
      } catch let reached as BudgetReached {
        guard case .cap(let use, let nextCall) = reached, try await goesOn(use, nextCall: nextCall) else {
          throw .ends(.budget(reached))
        }
      } catch let error as LedgerError {
        throw .ledger(error)
      } catch {
        throw .ends(.interrupted)
      }
    }
  }

  /// What the next call may use at most where `identity` is asked.
  func estimate(for identity: ModelIdentity, within caps: [CapUse]) throws(BudgetReached) -> CallEstimate {
    let input = inputBound + identity.overheadTokens
    return try budget.estimate(inputTokens: input, wanted: Self.wantedOutput, caps: caps) { input, output in
      identity.mode == .offline
        ? .zero : prices.estimate(inputTokens: input, maxOutput: output, model: identity.model)
    }
  }

  /// The most that the next call's input can count: newer models split the same words into about a third
  /// more tokens than the public tokenizer does, and a server adds a few of its own.
  private var inputBound: Int {
    conversation.tokens * 3 / 2 + 64
  }

  /// Whether the task goes on although a cap is reached: with a higher one, or at somebody else's cost.
  private mutating func goesOn(_ use: CapUse, nextCall: NanoDollars?) async throws(TurnError) -> Bool {
    switch policy.onCap {
    case .stop: return false
    case .switchTo(let mode): return mode != model.identity.mode ? await goesOn(in: mode) : false
    case .ask: break
    }
    while !Task.isCancelled {
      let modes = policy.otherModes.filter { $0 != model.identity.mode }
      let question = CapQuestion(
        use: use, nextCall: nextCall, choices: [.stop, .goOn] + modes.map(CapChoice.switchTo))
      let choice = await person.decide(question)
      _ = await steps.isTakenOver()
      switch choice {
      case .stop: return false
      case .goOn:
        try await agree(to: question)
        return true
      case .switchTo(let mode):
        if await goesOn(in: mode) { return true }
        policy.otherModes.removeAll { $0 == mode }
      }
    }
    return false
  }

  private mutating func agree(to question: CapQuestion) async throws(TurnError) {
    let cap = question.use.cap
    guard let limit = question.nextLimit else {
      waivedCaps.insert(cap)
      return
    }
    do {
      try await ledger.agree(to: limit - cap.limit, beyond: cap)
    } catch {
      throw .ledger(error)
    }
  }

  /// Whether the conversation could be given to the model of another mode.
  private mutating func goesOn(in mode: BillingMode) async -> Bool {
    do {
      let next = try await policy.connect(mode)
      await model.close()
      model = next
    } catch {
      person.see(.notice(error.sentence))
      return false
    }
    conversation.forgetThinking()
    steps.imageLimit = model.identity.takesImages ? budget.limits.images : 0
    person.see(.switched(model.identity))
    return true
  }
}
