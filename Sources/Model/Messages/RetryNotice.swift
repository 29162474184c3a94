/// That a call failed and will be made again, for the person who waits.
package struct RetryNotice: Sendable, Hashable, CustomStringConvertible {
  /// What went wrong this time.
  package var error: ModelError
  package var delay: Duration
  /// Which repetition comes, from 1, and how many there will be at most.
  package var attempt: Int
  package var limit: Int

  package var description: String {
    let seconds = Int((delay / .seconds(1)).rounded(.up))
    return "\(cause), trying again in \(seconds) s (\(attempt) of \(limit))"
  }

  private var cause: String {
    switch error {
    case .rateLimited: "rate limited"
    case .overloaded(529, _): "overloaded"
    case .overloaded(let status, _): "server error \(status)"
    default: "failed"
    }
  }
}
