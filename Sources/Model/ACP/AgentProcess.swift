import Foundation
import Synchronization

/// One running agent, asked one thing at a time. It is wanted for its words only: whatever it asks for itself is
/// refused.
final class AgentProcess: Sendable {
  let folder: EmptyFolder
  private let child: ChildProcess
  private let grace: Duration
  private let state = Mutex((nextID: 1, isBreakingOff: false))

  /// `grace` is how long it is given to end in peace.
  init(_ command: AgentCommand, grace: Duration) async throws(ModelError) {
    self.grace = grace
    do {
      folder = try EmptyFolder()
      child = try await ChildProcess.start(command.process(in: folder))
    } catch {
      throw .programEnded(program: command.name, reason: error.reason)
    }
  }

  /// Asks something, and listens until the answer is there or the agent has ended.
  func call(
    _ method: String, _ params: JSONValue, onUpdate: (JSONValue) -> Void = { _ in }
  ) async -> Result<JSONValue, AgentFailure> {
    let id = state.withLock { state in
      defer { state.nextID += 1 }
      return state.nextID
    }
    // It may have ended, which the lines tell.
    _ = await child.send(RPCLine.request(id: id, method, params))
    for await line in child.lines {
      switch RPCMessage(line) {
      case .response(id, let result)?:
        return result.mapError { .answered($0) }
      case .request(let id, let method, let params)?: _ = await child.send(answer(to: id, method, params))
      case .notification("session/update", let params)?: onUpdate(params)
      case .response, .notification, nil: continue
      }
    }
    return .failure(.ended(reason: child.reason(for: await child.ending)))
  }

  /// Breaks off the prompt that is being answered. The agent then says what that has cost; it is killed when it does
  /// not.
  func interrupt(session: String?) {
    state.withLock { $0.isBreakingOff = true }
    if let session {
      let line = RPCLine.notification("session/cancel", .object(["sessionId": .string(session)]))
      Task { [child] in await child.send(line) }
    }
    child.signal(SIGTERM, after: session == nil ? .zero : grace)
    child.signal(SIGKILL, after: grace * 2)
  }

  /// Ends it.
  func close() async {
    await child.stop(grace: grace)
  }

  private func answer(to id: JSONValue, _ method: String, _ params: JSONValue) -> Data {
    guard method == "session/request_permission" else { return RPCLine.refusal(of: method, for: id) }
    let options = params["options"]?.array ?? []
    let rejection = ["reject_once", "reject_always"].lazy
      .compactMap { kind in options.first { $0["kind"]?.string == kind }?["optionId"] }.first
    guard let rejection, !state.withLock({ $0.isBreakingOff }) else {
      return RPCLine.result(.object(["outcome": .object(["outcome": .string("cancelled")])]), for: id)
    }
    return RPCLine.result(
      .object(["outcome": .object(["outcome": .string("selected"), "optionId": rejection])]), for: id)
  }
}
