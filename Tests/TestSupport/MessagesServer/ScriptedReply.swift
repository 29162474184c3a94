/// One answer of a `MessagesServer`, in the form its script is written in.
package struct ScriptedReply: Sendable, Encodable {
  /// Where the connection breaks off.
  package enum Drop: String, Sendable, Encodable { case before, within }

  package var status = 200
  package var headers: [String: String] = [:]
  package var body: JSON = .object([:])
  /// In seconds, before the answer.
  package var delay: Double = 0
  package var drop: Drop?

  /// A reply of the model. `{{ref of Save}}` in the text becomes the ref that the newest outline gives to “Save”,
  /// `{{b of Save}}` that of the button, and `{{d}}` the first document's.
  ///
  /// `thinking` puts a signed thinking block before the text.
  package static func reply(
    _ text: String, usage: ScriptedUsage = ScriptedUsage(), stopReason: String = "end_turn", thinking: String? = nil,
    model: String = "claude-haiku-5-5", requestID: String = "req_test"
  ) -> Self {
    var content: [JSON] = []
    if let thinking {
      content.append(["type": "thinking", "thinking": .string(thinking), "signature": "c2lnbmVk/+="])
    }
    content.append(["type": "text", "text": .string(text)])
    return message(content, usage: usage, stopReason: stopReason, model: model, requestID: requestID)
  }

  /// A reply of any content blocks.
  package static func message(
    _ content: [JSON], usage: ScriptedUsage = ScriptedUsage(), stopReason: String = "end_turn",
    model: String = "claude-haiku-5-5", requestID: String = "req_test"
  ) -> Self {
    var reply = Self()
    reply.headers["request-id"] = requestID
    reply.body = [
      "type": "message", "role": "assistant", "id": "msg_test", "model": .string(model),
      "stop_reason": .string(stopReason), "content": .array(content), "usage": usage.json,
    ]
    return reply
  }

  /// An error of the server.
  package static func status(
    _ status: Int, message: String = "no", retryAfter: Int? = nil, requestID: String = "req_test"
  ) -> Self {
    var reply = Self()
    reply.status = status
    if let retryAfter { reply.headers["retry-after"] = "\(retryAfter)" }
    reply.body = [
      "type": "error", "error": ["type": "scripted_error", "message": .string(message)],
      "request_id": .string(requestID),
    ]
    return reply
  }

  /// Any text as it is, with status 200.
  package static func raw(_ text: String) -> Self {
    var reply = Self()
    reply.body = .string(text)
    return reply
  }

  /// The connection closes before an answer.
  package static var dropped: Self { Self.raw("").dropping(.before) }

  package func dropping(_ place: Drop) -> Self {
    var reply = self
    reply.drop = place
    return reply
  }

  package func delayed(_ seconds: Double) -> Self {
    var reply = self
    reply.delay = seconds
    return reply
  }

  package func header(_ name: String, _ value: String) -> Self {
    var reply = self
    reply.headers[name] = value
    return reply
  }
}
