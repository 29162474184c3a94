import Foundation

/// What a program's words mean where it gives no code: that money or a plan's limit has run out.
enum FailureWords {
  /// Nil where the words speak of neither. `limit` is what to call a limit, `resetsAt` when it ends, where that is known.
  static func error(in message: String, limit: String, resetsAt: Date?) -> ModelError? {
    let text = message.lowercased()
    func says(_ phrases: String...) -> Bool { phrases.contains { text.contains($0) } }
    if says("extra usage", "usage credits") { return .noExtraUsage(message: message) }
    if says("credit balance", "insufficient credit", "insufficient_quota") {
      return .billing(message: message, requestID: nil)
    }
    if says("usage limit", "hit your limit", "limit reached", "quota exceeded", "· resets") {
      return .limitReached(limit: limit, resetsAt: resetsAt)
    }
    return nil
  }
}
