import Foundation

/// The body of an error of the Messages API, or what a program quotes of one.
struct APIError: Sendable, Hashable {
  /// "billing_error", "rate_limit_error"
  let type: String?
  /// What says more than the type: "enforced_spend_limit_reached".
  let code: String?
  let message: String?
  let requestID: String?

  init?(_ json: JSONValue?) {
    guard let error = json?["error"], case .object = error else { return nil }
    type = error["type"]?.string
    code = error["details"]?["error_code"]?.string ?? error["error_code"]?.string
    message = error["message"]?.string
    requestID = json?["request_id"]?.string.map { ServerText.clean($0, limit: 100) }
  }

  /// Finds one that is quoted: `API Error: 400 {"type":"error","error":{…}}`.
  init?(quotedIn text: String) {
    guard let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"), start < end else { return nil }
    self.init(try? JSONDecoder().decode(JSONValue.self, from: Data(text[start...end].utf8)))
  }

  /// The error of a spend cap of the account's tier, which ends with the month; nil where it is another.
  func spendCap(message: String, requestID: String?) -> ModelError? {
    guard code == "enforced_spend_limit_reached" else { return nil }
    return .spendCap(
      message: message, resetsAt: ResetTime.find(in: message) ?? Self.nextMonth(), requestID: requestID)
  }

  /// The first of the next month, 00:00 UTC.
  static func nextMonth(after now: Date = Date()) -> Date? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.nextDate(after: now, matching: DateComponents(day: 1, hour: 0), matchingPolicy: .nextTime)
  }
}
