import Foundation

/// A session with an agent that has just been started for it.
struct AgentSession: Sendable {
  let process: AgentProcess
  let info: AgentInfo
  let id: String

  /// Starts the agent and begins a session in an empty folder, without tools of ours; throws where it is not willing.
  static func begin(
    _ command: AgentCommand, startTimeout: Duration, grace: Duration
  ) async throws(ModelError) -> AgentSession {
    let process = try await AgentProcess(command, grace: grace)
    let (result, isLate) = await Deadline.run(startTimeout) {
      process.interrupt(session: nil)
    } body: { _ in
      await begin(process, command)
    }
    if case .failure = result { await process.close() }
    if Task.isCancelled { throw .cancelled }
    if isLate {
      throw .timedOut(host: command.name, seconds: Int((startTimeout / .seconds(1)).rounded(.up)))
    }
    return try result.get()
  }

  private static func begin(
    _ process: AgentProcess, _ command: AgentCommand
  ) async -> Result<AgentSession, ModelError> {
    var info = AgentInfo(command: command)
    do throws(AgentFailure) {
      let answer = try await process.call("initialize", AgentInfo.request).get()
      guard let told = AgentInfo(answer, command: command) else {
        throw .strange("it does not offer version \(AgentInfo.protocolVersion) of the Agent Client Protocol")
      }
      info = told
      let folder = JSONValue.string(process.folder.path)
      let session = try await process.call("session/new", .object(["cwd": folder, "mcpServers": .array([])])).get()
      guard let id = session["sessionId"]?.string else { throw .strange("it gave a session without an id") }
      return .success(AgentSession(process: process, info: info, id: id))
    } catch {
      return .failure(error.error(of: info))
    }
  }

  /// Says something, and listens until the turn has ended.
  func turn(saying parts: [Message.Part]) async -> AgentTurn {
    let blocks = parts.compactMap { $0.isBlank ? nil : block($0) }
    let prompt: JSONValue = .object(["sessionId": .string(id), "prompt": .array(blocks)])
    var turn = AgentTurn()
    let result = await process.call("session/prompt", prompt) { params in
      if let update = AgentUpdate(params, session: id) { turn.take(update) }
    }
    turn.result = result.mapError { [limit = turn.limit] in $0.error(of: info, limit: limit) }
    return turn
  }

  /// Nil for what only another client can read, and for a picture that the agent does not take.
  private func block(_ part: Message.Part) -> JSONValue? {
    switch part {
    case .text(let text): .object(["type": .string("text"), "text": .string(text)])
    case .image(let png, _, _) where info.takesImages:
      .object([
        "type": .string("image"), "mimeType": .string("image/png"), "data": .string(Data(png).base64EncodedString()),
      ])
    case .image, .opaque: nil
    }
  }
}
