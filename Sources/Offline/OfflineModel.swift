import Commands
import Model

/// A model in this process that follows direct requests and organizes folders, and costs nothing.
///
/// It knows what any model knows: the words of the conversation. Each reply is worked out from all of them
/// anew, so that it keeps nothing between calls and one model can serve several tasks.
package struct OfflineModel: LanguageModel {
  package let identity = ModelIdentity(mode: .offline, model: "offline", host: nil, meter: "nothing")

  package init() {}

  package func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    var session = Session()
    var commands: [Command] = []
    for message in request.messages where message.author == .user {
      guard !Task.isCancelled else { throw .cancelled }
      commands = session.answer(message.text)
    }
    let text = commands.map(\.description).joined(separator: "\n")
    return ModelReply(
      message: Message(.assistant, text: text), stopReason: .endTurn, usage: Usage(input: 0, output: 0),
      cost: .computed(.zero))
  }
}

extension Message {
  fileprivate var text: String {
    parts.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
  }
}
