/// The usage that a `MessagesServer` reports; what is nil is left out.
package struct ScriptedUsage: Sendable {
  package var input: Int?
  package var output: Int?
  package var cacheRead: Int?
  package var cacheWrite5m: Int?
  package var cacheWrite1h: Int?
  package var thinking: Int?

  package init(
    input: Int? = 400, output: Int? = 12, cacheRead: Int? = 0, cacheWrite5m: Int? = 0, cacheWrite1h: Int? = 0,
    thinking: Int? = nil
  ) {
    self.input = input
    self.output = output
    self.cacheRead = cacheRead
    self.cacheWrite5m = cacheWrite5m
    self.cacheWrite1h = cacheWrite1h
    self.thinking = thinking
  }

  var json: JSON {
    var members: [String: JSON] = [:]
    members["input_tokens"] = input.map(JSON.number)
    members["output_tokens"] = output.map(JSON.number)
    members["cache_read_input_tokens"] = cacheRead.map(JSON.number)
    if let cacheWrite5m, let cacheWrite1h {
      members["cache_creation_input_tokens"] = .number(cacheWrite5m + cacheWrite1h)
      members["cache_creation"] = [
        "ephemeral_5m_input_tokens": .number(cacheWrite5m), "ephemeral_1h_input_tokens": .number(cacheWrite1h),
      ]
    }
    if let thinking { members["output_tokens_details"] = ["thinking_tokens": .number(thinking)] }
    return .object(members)
  }
}
