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

  init(_ answer: HTTPAnswer, credential: Credential?) {
    status = answer.status
    message = ServerText.clean(credential.safe(Self.message(in: answer.body)))
    requestID = answer.requestID(credential)
    retryAfter = answer.header("retry-after").flatMap(Self.wait)
    location = answer.header("location").map { ServerText.clean(credential.safe($0)) }
  }

  /// What to tell the person.
  func error(model: String, credential: Credential?) -> ModelError {
    switch status {
    case 401: unauthorized(credential)
    case 402: .billing(message: message, requestID: requestID)
    case 403: .forbidden(message: message, requestID: requestID)
    case 404: .unknownModel(model, requestID: requestID)
    case 429:
      if let retryAfter {
        .rateLimited(retryAfter: Int((retryAfter / .seconds(1)).rounded(.up)), requestID: requestID)
      } else {
        .spendCap(message: message, requestID: requestID)
      }
    case 500...599: .overloaded(status: status, requestID: requestID)
    case 300...399:
      .badRequest(
        status: status,
        message: location ?? "another address",
        requestID: requestID)
    default: .badRequest(status: status, message: message, requestID: requestID)
    }
  }

  /// The error of a server that wants another credential than it was sent, or one at all.
  private func unauthorized(_ credential: Credential?) -> ModelError {
    if let credential { return .rejectedCredential(variable: credential.source, requestID: requestID) }
    return .missingCredential(variable: "ANTHROPIC_AUTH_TOKEN")
  }

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

  /// The words of the Anthropic API, of servers that are only like it, or whatever was sent.
  private static func message(in body: Data) -> String {
    let json = try? JSONDecoder().decode(JSONValue.self, from: body)
    let said = json?["error"]?["message"] ?? json?["error"] ?? json?["message"] ?? json?["detail"]
    return said?.string ?? String(decoding: body.prefix(2000), as: UTF8.self)
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
