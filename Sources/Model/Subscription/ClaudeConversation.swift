import Foundation

/// One running `claude`, which keeps a conversation with the model.
final class ClaudeConversation: Sendable {
  /// The most tokens that an answer may have, as it was started with.
  let maxTokens: Int
  private let child: ChildProcess
  private let folder: EmptyFolder
  private let grace: Duration

  /// `grace` is how long it is given to end in peace.
  init(
    _ program: ClaudeProgram, model: String, system: String, maxTokens: Int, grace: Duration
  ) async throws(ModelError) {
    do {
      folder = try EmptyFolder()
      child = try await ChildProcess.start(
        program.conversation(model: model, system: system, maxTokens: maxTokens, in: folder))
    } catch {
      throw .programEnded(program: ClaudeProgram.name, reason: error.reason)
    }
    self.maxTokens = maxTokens
    self.grace = grace
  }

  /// Says something and listens until the turn has ended, `claude` has, or it is no use to go on.
  func turn(saying parts: [Message.Part], onRetry: (RetryNotice) -> Void) async -> ClaudeTurn {
    var turn = ClaudeTurn()
    guard let line = ClaudeInput.message(parts) else {
      turn.verdict = .badRequest(status: 400, message: "a block of this conversation is not JSON", requestID: nil)
      return turn
    }
    // It may have ended, which the lines tell.
    _ = await child.send(line)
    for await line in child.lines {
      guard let message = ClaudeMessage(line) else { continue }
      if turn.take(message) { interrupt() } else if case .retries(let notice) = message { onRetry(notice) }
      if turn.result != nil { return turn }
    }
    let ending = await child.ending
    // Where it was broken off, why is known already.
    if turn.verdict == nil, turn.cut == nil { turn.verdict = error(for: ending) }
    return turn
  }

  /// Breaks off what it is doing. It then reports what that has cost; it is killed when it does not.
  func interrupt() {
    Task { [child] in await child.send(ClaudeInput.interrupt) }
    child.signal(SIGTERM, after: grace)
    child.signal(SIGKILL, after: grace * 2)
  }

  /// Ends it.
  func close() async {
    await child.stop(grace: grace)
  }

  private func error(for ending: ChildProcess.Ending) -> ModelError {
    let reason = child.reason(for: ending)
    return child.errorText.contains("unknown option")
      ? .incompatible(program: ClaudeProgram.name, reason: reason)
      : .programEnded(program: ClaudeProgram.name, reason: reason)
  }
}
