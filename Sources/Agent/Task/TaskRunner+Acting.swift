import Commands
import Ledger
import Outline
import Prompts

extension TaskRunner {
  /// Runs the commands of a reply, records them, and tells the model what became of them.
  mutating func carryOut(
    _ reply: Reply, turn: TurnID, into report: inout TurnReport
  ) async throws(TurnError) -> TaskOutcome? {
    if reply.actions.isEmpty, let ending = reply.ending {
      return try await end(with: ending)
    }
    let firstImage = steps.imagesTaken + 1
    let run = await steps.run(reply.actions)
    report.steps = run.reports
    report.notRun = run.notRun.count
    do {
      for step in run.reports { try await ledger.record(Step(step), of: turn) }
    } catch {
      throw .ledger(error)
    }
    guard !Task.isCancelled else { return .interrupted }
    if let error = run.viewError { return tellOfClosing(run, error) }
    let pictures = run.reports.compactMap(\.picture)
    tellOfLastImage(run)
    if let window = run.takenOverIn {
      try await giveWay(in: window)
      guard !Task.isCancelled else { return .interrupted }
    }
    let verdict = progress.judge(
      run, of: reply.actions, isBlind: steps.observer.snapshot.nodes.isEmpty)
    let isHandedOver = progress.idleReplies >= Self.failuresBeforeMove ? await movesUp(because: .noEffect) : false
    guard isHandedOver || verdict != .stuck else { return .stuck }
    let update = steps.isAllowed ? view(isTakenOver: run.takenOverIn != nil) : nil
    conversation.tell(
      run, heldBack: reply.ending.flatMap { _ in reply.commands.last?.verb }, firstImage: firstImage,
      imageLimit: budget.limits.images, repeats: verdict == .repeats, takenOver: run.takenOverIn != nil,
      update: update?.text)
    outlineTokens = update?.tokens ?? 0
    condenseIfDear()
    newImages = pictures.count
    newImageTokens = pictures.reduce(0) { $0 + $1.tokens }
    return nil
  }

  /// A last step that closes the window may be all that was asked for, so the model has the last word. Where more was
  /// to be done, or nothing that the task did closed it, the task has lost its window.
  private mutating func tellOfClosing(_ run: StepRun, _ error: ViewError) -> TaskOutcome? {
    guard run.hasClosedItsWindow else { return .view(error) }
    conversation.tellOfClosing(run)
    outlineTokens = 0
    return nil
  }

  /// The person is told once that the pictures are used up.
  private mutating func tellOfLastImage(_ run: StepRun) {
    let limit = budget.limits.images
    guard !isLastImageTold, run.reports.contains(where: { $0.effect == .refused(.imagesUsed(limit)) }) else { return }
    isLastImageTold = true
    person.see(.notice("All \(limit) pictures that this task may send are used, so it goes on without."))
  }

  private mutating func end(with ending: Reply.Ending) async throws(TurnError) -> TaskOutcome? {
    switch ending {
    case .done(let text): return .done(text)
    case .fail(let text):
      guard await movesUp(because: .gaveUp(text)) else { return .failed(text) }
      conversation.tell(Prompts.steps(Conversation.Key.self)(.handedOver))
      outlineTokens = 0
      return nil
    case .ask(let question):
      guard let answer = await person.answer(question) else { return .question(question) }
      _ = await steps.isTakenOver()
      conversation.answer(answer)
      outlineTokens = 0
      return nil
    }
  }
}

extension Step {
  init(_ report: StepReport) {
    let reason: StepError.Key? = if case .refused(let error) = report.effect { error.key } else { nil }
    self.init(
      verb: report.command.verb, ref: report.command.refs.first, route: report.route, effect: report.effect.word,
      reason: reason)
  }

  /// Whether it was carried out, by the ledger's word.
  var isDone: Bool { effect != EffectWord.refused.rawValue }
}
