import Foundation

/// What words mean where no code tells: that money or a limit has run out.
enum FailureWords {
  /// Nil where the words speak of neither. `limit` is what to call a plan's limit, `resetsAt` when it ends where codes
  /// tell; else the words are searched for that too.
  static func error(
    in message: String, limit: String, resetsAt: Date? = nil, requestID: String? = nil, now: Date = Date()
  ) -> ModelError? {
    let text = message.lowercased()
    func says(_ phrases: String...) -> Bool { phrases.contains { text.contains($0) } }
    let resetsAt = resetsAt ?? ResetTime.find(in: message, now: now)
    if says("third-party"), says("extra usage") { return .thirdPartyUse(message: message) }
    if says("extra usage", "usage credits") { return .noExtraUsage(message: message, resetsAt: resetsAt) }
    if says("credit balance", "insufficient credit", "insufficient_quota", "out of credits") {
      return .billing(message: message, requestID: requestID)
    }
    if says("api usage limits", "spend limit", "spending limit") {
      return .spendCap(message: message, resetsAt: resetsAt, requestID: requestID)
    }
    guard !says("not your usage limit") else { return nil }
    if says(
      "usage limit", "session limit", "weekly limit", "hit your limit", "quota exceeded", "exceeded your current quota",
      "exhausted your capacity", "· resets")
    {
      return .limitReached(limit: limit, resetsAt: resetsAt)
    }
    return nil
  }

  /// Whether they say that too much was asked in too short a time.
  static func speakOfRate(_ message: String) -> Bool {
    let text = message.lowercased()
    return ["rate limit", "rate_limit", "too many requests"].contains { text.contains($0) }
  }

  /// What is said in the model's place, by a program that reports no error then: a line that begins as its errors do.
  static func error(inPlaceOfReply text: String, limit: String, resetsAt: Date?) -> ModelError? {
    let line = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let beginnings = [
      "API Error:", "You've hit your ", "You’ve hit your ", "You're out of ", "Credit balance is too low",
    ]
    guard !line.contains("\n"), beginnings.contains(where: line.hasPrefix) else { return nil }
    return error(in: ServerText.clean(line), limit: limit, resetsAt: resetsAt)
  }
}
