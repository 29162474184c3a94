import Foundation

/// The JSON of an answer of `/v1/messages`, read leniently: blocks by their type, and a counter that is missing or no
/// count is not reported.
struct ReplyBody {
  let message: Message
  let stopReason: StopReason
  let usage: Usage
  let model: String?

  /// Nil for what is not a message.
  init?(_ data: Data) {
    guard let json = try? JSONDecoder().decode(JSONValue.self, from: data), let content = json["content"]?.array
    else { return nil }
    message = Message(.assistant, content.compactMap(Self.part))
    stopReason = StopReason(word: json["stop_reason"]?.string)
    usage = Usage(json["usage"])
    model = json["model"]?.string
  }

  private static func part(of block: JSONValue) -> Message.Part? {
    switch block["type"]?.string {
    case "text": block["text"]?.string.map { .text($0) }
    case "thinking", "redacted_thinking":
      (try? JSONEncoder().encode(block)).map { .opaque(json: [UInt8]($0)) }
    default: nil
    }
  }
}

extension StopReason {
  init(word: String?) {
    self =
      switch word {
      case "end_turn": .endTurn
      case "max_tokens": .maxTokens
      case "stop_sequence": .stopSequence
      case "refusal": .refusal
      case "model_context_window_exceeded": .contextWindowExceeded
      default: .other(ServerText.clean(word ?? "none"))
      }
  }
}

extension Usage {
  /// The `usage` of a reply.
  init(_ json: JSONValue?) {
    let split = json?["cache_creation"]
    let written = json?["cache_creation_input_tokens"]?.count
    let fiveMinutes = split?["ephemeral_5m_input_tokens"]?.count
    let oneHour = split?["ephemeral_1h_input_tokens"]?.count
    // Without the split, the sum is of the five minutes that are asked for.
    let isSplit = fiveMinutes != nil && oneHour != nil
    self.init(
      input: json?["input_tokens"]?.count, cacheRead: json?["cache_read_input_tokens"]?.count,
      cacheWrite5m: isSplit ? fiveMinutes : written, cacheWrite1h: isSplit ? oneHour : written.map { _ in 0 },
      output: json?["output_tokens"]?.count,
      thinking: json?["output_tokens_details"]?["thinking_tokens"]?.count)
  }
}
