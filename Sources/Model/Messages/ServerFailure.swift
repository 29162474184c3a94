import Foundation
import HTTP

/// An answer that is not a reply: its status, its words, and when to come back.
struct ServerFailure {
  let status: Int
  let message: String
  let requestID: String?
  /// From the `retry-after` header; nil where there is none, or it is no time.
  let retryAfter: Duration?
  /// Where a redirect leads.
  let location: String?
  /// What the body says in the API's own form.
  private let structured: APIError?
  /// The limit of a plan that a gateway draws from.
  private let planLimit: PlanLimit?

  init(_ answer: HTTPAnswer, credential: Credential?) {
    status = answer.status
    let json = try? JSONDecoder().decode(JSONValue.self, from: answer.body)
    structured = APIError(json)
    message = ServerText.clean(
      credential.safe(Self.message(json) ?? String(decoding: answer.body.prefix(2000), as: UTF8.self)))
    requestID = answer.requestID(credential)
    retryAfter = answer.header("retry-after").flatMap(Self.wait)
    location = answer.header("location").map { ServerText.clean(credential.safe($0)) }
    planLimit = PlanLimit { answer.header($0) }
  }

  /// What to tell the person: by codes first, by words where they say more than the codes.
  func error(model: String, credential: Credential?) -> ModelError {
    if let error = structured?.spendCap(message: message, requestID: requestID) { return error }
    switch (structured?.type, status) {
    case ("authentication_error", _), (_, 401): return unauthorized(credential)
    case ("billing_error", _), (_, 402): return byWords ?? .billing(message: message, requestID: requestID)
    case ("permission_error", _), (_, 403): return byWords ?? .forbidden(message: message, requestID: requestID)
    case (_, 404): return .unknownModel(model, requestID: requestID)
    case (_, 429): return planLimit?.error(message: message) ?? byWords ?? rateLimit
    case (_, 500...599): return .overloaded(status: status, requestID: requestID)
    case (_, 300...399):
      return .badRequest(status: status, message: location ?? "another address", requestID: requestID)
    case (_, 400): return byWords ?? .badRequest(status: status, message: message, requestID: requestID)
    default: return .badRequest(status: status, message: message, requestID: requestID)
    }
  }

  private var byWords: ModelError? {
    FailureWords.error(in: message, limit: "The limit of the account", requestID: requestID)
  }

  /// Without a time to come back it is a spend cap.
  private var rateLimit: ModelError {
    guard let retryAfter else {
      return .spendCap(message: message, resetsAt: ResetTime.find(in: message), requestID: requestID)
    }
    return .rateLimited(retryAfter: Int((retryAfter / .seconds(1)).rounded(.up)), requestID: requestID)
  }

  /// The error of a server that wants another credential than it was sent, or one at all.
  private func unauthorized(_ credential: Credential?) -> ModelError {
    if let credential { return .rejectedCredential(variable: credential.source, requestID: requestID) }
    return .missingCredential(variable: "ANTHROPIC_AUTH_TOKEN")
  }

  /// Whether a server in between gave up on one behind it, which may have done the work all the same. The API itself says
  /// in its own form that it did not.
  var mayHaveBeenBilled: Bool { structured == nil && [502, 504, 520, 524].contains(status) }

  /// How long to wait before repetition number `attempt`, from 0; nil where repeating is no use.
  func delay(_ attempt: Int, policy: RetryPolicy) -> Duration? {
    guard attempt < policy.limit else { return nil }
    switch status {
    case 429:
      guard let retryAfter, retryAfter <= policy.longestWait else { return nil }
      return retryAfter
    case 500...599:
      guard let retryAfter else { return policy.backoff(attempt) }
      return retryAfter <= policy.longestWait ? retryAfter : nil
    default: return nil
    }
  }

  /// Seconds, or a date as HTTP writes it.
  private static func wait(_ text: String) -> Duration? {
    if let seconds = Double(text), seconds.isFinite { return .seconds(min(max(0, seconds), 1e9)) }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.date(from: text).map { .seconds(max(0, $0.timeIntervalSinceNow)) }
  }

  /// The words of the Anthropic API, or of servers that are only like it; nil where there are none.
  private static func message(_ json: JSONValue?) -> String? {
    (json?["error"]?["message"] ?? json?["error"] ?? json?["message"] ?? json?["detail"])?.string
  }
}

extension HTTPAnswer {
  /// The id of the request by the server's count, from the header or the body.
  func requestID(_ credential: Credential?) -> String? {
    let text = header("request-id") ?? (try? JSONDecoder().decode(JSONValue.self, from: body))?["request_id"]?.string
    return text.map { ServerText.clean(credential.safe($0), limit: 100) }
  }
}

extension Credential? {
  /// A server's words without the secret that it was sent.
  func safe(_ text: String) -> String { self?.redact(text) ?? text }
}
