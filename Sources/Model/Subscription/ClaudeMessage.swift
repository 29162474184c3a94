import Foundation

/// A line that `claude` prints with `--output-format stream-json`, as far as it matters here. Types and fields that are
/// not known are left out, because newer versions have more of them.
enum ClaudeMessage: Sendable, Hashable {
  /// Where it takes its credential from: "none" is its own login.
  case began(keySource: String?)
  case said(ClaudeWords)
  /// It asks the model again without having been told to, because the answer was cut off or refused.
  case asksAgain(wasRefused: Bool)
  case limit(PlanLimit)
  case retries(RetryNotice)
  case ended(ClaudeResult)

  /// Nil for what is not JSON or does not matter.
  init?(_ line: Data) {
    guard let json = try? JSONDecoder().decode(JSONValue.self, from: line) else { return nil }
    switch (json["type"]?.string, json["subtype"]?.string) {
    case ("system", "init"): self = .began(keySource: json["apiKeySource"]?.string)
    case ("system", "api_retry"): self = .retries(RetryNotice(claude: json))
    case ("assistant", _): self = .said(ClaudeWords(json))
    case ("user", _) where json["isSynthetic"] == .bool(true):
      self = .asksAgain(wasRefused: json["refused_message_id"]?.string != nil)
    case ("rate_limit_event", _): self = .limit(PlanLimit(json["rate_limit_info"]))
    case ("result", _): self = .ended(ClaudeResult(json))
    default: return nil
    }
  }
}

/// What the model said, or `claude` in its place.
struct ClaudeWords: Sendable, Hashable {
  let parts: [Message.Part]
  /// Nil where `claude` made the message up.
  let model: String?
  let requestID: String?
  /// Its word for what went wrong, where something did: "authentication_failed", "rate_limit".
  let error: String?
  let limit: PlanLimit?
  /// What cut the answer off: "output_limit", "context_window".
  let cut: String?

  init(_ json: JSONValue) {
    let message = json["message"]
    let blocks = message?["content"]?.array ?? []
    let model = message?["model"]?.string
    parts = blocks.compactMap { $0["type"]?.string == "text" ? $0["text"]?.string.map { .text($0) } : nil }
    self.model = model == "<synthetic>" ? nil : model
    requestID = json["request_id"]?.string.map { ServerText.clean($0, limit: 100) }
    error = json["error"]?.string
    limit = json["api_error_params"]?["rate_limit_info"].map { PlanLimit($0) }
    cut = json["api_error_params"]?["cut"]?.string
  }
}

/// How a turn of `claude` ended.
struct ClaudeResult: Sendable, Hashable {
  let isError: Bool
  let stopReason: String?
  /// The words of the answer, or of the error.
  let text: String?
  /// The HTTP status of the error.
  let status: Int?
  /// The type of the API's error: "permission_error".
  let errorType: String?
  /// A word for the error that says more than the status: "usage_limit_reached".
  let error: String?
  let session: String?
  /// In dollars, of the session so far.
  let totalCost: Double?
  let usage: Usage

  init(_ json: JSONValue) {
    let subtype = json["subtype"]?.string
    isError = json["is_error"] == .bool(true) || (subtype != nil && subtype != "success")
    stopReason = json["stop_reason"]?.string
    text = json["result"]?.string
    status = json["api_error_status"]?.count
    errorType = json["api_error_type"]?.string
    error = json["api_error"]?.string
    session = json["session_id"]?.string
    totalCost = json["total_cost_usd"]?.double
    // It reports zeros for a turn that it broke off.
    let usage = Usage(json["usage"])
    self.usage = isError && usage.output == 0 ? Usage() : usage
  }
}

extension RetryNotice {
  /// From `system/api_retry`.
  init(claude json: JSONValue) {
    let status = json["error_status"]?.count
    let delay = json["retry_delay_ms"]?.double ?? 0
    let seconds = min(max(0, delay / 1000), 1e6)
    let error: ModelError =
      switch status {
      case 402: .billing(message: "", requestID: nil)
      case _ where json["error"]?.string == "billing_error": .billing(message: "", requestID: nil)
      case 429: .rateLimited(retryAfter: Int(seconds.rounded(.up)), requestID: nil)
      case let status?: .overloaded(status: status, requestID: nil)
      case nil: .brokenOff(host: Connection.anthropic, reason: "claude tells of a connection that failed")
      }
    self.init(
      error: error, delay: .seconds(seconds), attempt: json["attempt"]?.count ?? 1,
      limit: json["max_retries"]?.count ?? 1)
  }
}
