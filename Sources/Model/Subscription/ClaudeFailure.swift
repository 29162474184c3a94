import Foundation

/// What a turn of `claude` that ended in an error means: by its codes first, by its words where it gives none.
struct ClaudeFailure {
  let result: ClaudeResult
  /// What it said in the model's place.
  let words: ClaudeWords?
  /// The limit it spoke of last.
  let limit: PlanLimit?
  /// Why it tried again last.
  let lastRetry: ModelError?
  let model: String

  var error: ModelError {
    if let error = limitError { return error }
    let quoted = APIError(quotedIn: result.text ?? "")
    let id = words?.requestID ?? quoted?.requestID
    if let error = quoted?.spendCap(message: message, requestID: id) { return error }
    switch (result.status, kind) {
    case (401, _), (_, "authentication_error"): return ClaudeProgram.notLoggedIn
    case (403, _), (_, "permission_error"): return byWords ?? .forbidden(message: message, requestID: id)
    case (_, "authentication_failed"): return ClaudeProgram.notLoggedIn
    case (402, _), (_, "billing_error"): return byWords ?? .billing(message: message, requestID: id)
    case (404, _), (_, "model_not_found"): return .unknownModel(model, requestID: id)
    case (429, _), (_, "rate_limit"), (_, "rate_limit_error"):
      return byWords ?? .rateLimited(retryAfter: lastWait ?? 60, requestID: id)
    case (let status?, _) where status >= 500: return .overloaded(status: status, requestID: id)
    case (let status?, _): return byWords ?? .badRequest(status: status, message: message, requestID: id)
    case (nil, _): return byWords ?? untrusted ?? .programFailed(program: ClaudeProgram.name, message: message)
    }
  }

  /// Its own word for what went wrong, else the API's.
  private var kind: String? {
    guard let word = words?.error, word != "unknown" else { return result.errorType }
    return word
  }

  /// In seconds.
  private var lastWait: Int? { if case .rateLimited(let seconds, _)? = lastRetry { seconds } else { nil } }

  /// It has only words for a certificate that it does not trust.
  private var untrusted: ModelError? {
    let text = message.lowercased()
    guard text.contains("unable to connect"), text.contains("certificate") else { return nil }
    return .untrusted(host: Connection.anthropic, reason: message)
  }

  private var message: String { ServerText.clean(result.text ?? "") }

  private var limitError: ModelError? {
    guard let limit = words?.limit ?? limit else { return nil }
    if result.error == "usage_limit_reached", limit.kind != "overage" {
      return .limitReached(limit: limit.name, resetsAt: limit.resetsAt)
    }
    return limit.error(message: message)
  }

  private var byWords: ModelError? {
    let text = message.lowercased()
    if ["not logged in", "/login", "oauth token"].contains(where: text.contains) { return ClaudeProgram.notLoggedIn }
    return FailureWords.error(in: message, limit: limit?.name ?? "The plan's limit", resetsAt: limit?.resetsAt)
  }
}
