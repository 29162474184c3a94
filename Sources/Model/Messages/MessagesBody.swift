import Foundation

/// The JSON of a request to `/v1/messages`. No tools, sampling parameters, prefill or beta fields: the same body suits
/// every model and every compatible server.
struct MessagesBody: Encodable {
  struct Turn: Encodable {
    var role: String
    var content: [Block]
  }

  struct OutputConfig: Encodable {
    var effort: String
  }

  var model: String
  var maxTokens: Int
  var system: [Block]
  var messages: [Turn]
  var outputConfig: OutputConfig?

  enum CodingKeys: String, CodingKey {
    case model, system, messages
    case maxTokens = "max_tokens"
    case outputConfig = "output_config"
  }

  /// `row` is what is known of the model; nothing beyond the plain fields is sent to an unknown one.
  init(_ request: ModelRequest, model: String, row: PricedModel?, caching: Bool) {
    self.model = model
    maxTokens = request.maxTokens
    system = request.system.isEmpty ? [] : [Block(.text(request.system))]
    messages = Self.turns(of: request.messages)
    outputConfig = row?.effort == true ? OutputConfig(effort: "low") : nil
    if caching, let shortest = row?.minCacheablePrefix { markCacheable(from: shortest) }
  }

  /// Sorted keys: the same conversation is the same bytes.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(model, forKey: .model)
    try container.encode(maxTokens, forKey: .maxTokens)
    if !system.isEmpty { try container.encode(system, forKey: .system) }
    try container.encode(messages, forKey: .messages)
    try container.encodeIfPresent(outputConfig, forKey: .outputConfig)
  }

  /// The messages as the API accepts them: no blank text, and neighbours of one author, which arise where an
  /// assistant's message had nothing to say, as one.
  private static func turns(of messages: [Message]) -> [Turn] {
    var turns: [Turn] = []
    for message in messages {
      let blocks = blocks(of: message)
      if blocks.isEmpty { continue }
      if turns.last?.role == message.author.rawValue {
        turns[turns.count - 1].content += blocks
      } else {
        turns.append(Turn(role: message.author.rawValue, content: blocks))
      }
    }
    return turns
  }

  private static func blocks(of message: Message) -> [Block] {
    let parts = message.parts.filter { !$0.isBlank }
    switch message.author {
    case .user:
      // The API's advice: a picture stands before the words about it.
      return (parts.filter(\.isImage) + parts.filter { !$0.isImage }).map { Block($0) }
    case .assistant:
      // The last block may not be thinking, so what was thought without a word being said is left out.
      guard let end = parts.lastIndex(where: \.isText) else { return [] }
      return parts[...end].map { Block($0) }
    }
  }

  /// Marks where the server may cache: after the system prompt, which every task shares, and after the last message,
  /// which the next turn's request begins with. A prefix shorter than the model's least is not marked.
  private mutating func markCacheable(from shortest: Int) {
    let systemLength = system.reduce(0) { $0 + $1.leastTokens }
    let length = messages.reduce(systemLength) { $0 + $1.content.reduce(0) { $0 + $1.leastTokens } }
    if systemLength >= shortest { system[system.count - 1].isCacheable = true }
    if length >= shortest, let turn = messages.indices.last, let block = messages[turn].content.indices.last {
      messages[turn].content[block].isCacheable = true
    }
  }
}

extension Message.Part {
  fileprivate var isImage: Bool { if case .image = self { true } else { false } }
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
  var isBlank: Bool {
    if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
  }
}
