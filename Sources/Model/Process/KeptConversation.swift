/// What a program that keeps the conversation itself has been told, and what it must still be told.
struct KeptConversation: Sendable {
  private let system: String
  private let messages: [Message]

  /// What it knows after it has answered.
  init(_ request: ModelRequest, answeredWith reply: Message) {
    system = request.system
    messages = request.messages + [reply]
  }

  /// What the user has said since; nil where the program remembers something else than `request` begins with, so that
  /// the conversation must begin anew.
  func unsent(of request: ModelRequest) -> [Message.Part]? {
    guard system == request.system, request.messages.starts(with: messages) else { return nil }
    let rest = request.messages.dropFirst(messages.count)
    guard !rest.isEmpty, rest.allSatisfy({ $0.author == .user }) else { return nil }
    return rest.flatMap(\.parts)
  }

  /// All of a conversation in one message, for a program that knows none of it yet. Thinking is left out: no other
  /// client can read it.
  static func retold(_ messages: [Message]) -> [Message.Part] {
    guard messages.count > 1, let last = messages.last else { return messages.flatMap(\.parts) }
    var parts: [Message.Part] = [.text("<conversation>")]
    for message in messages.dropLast() {
      let name = message.author.rawValue
      parts.append(.text("<\(name)>"))
      parts += message.parts.filter { if case .opaque = $0 { false } else { true } }
      parts.append(.text("</\(name)>"))
    }
    return parts + [.text("</conversation>")] + last.parts
  }
}
