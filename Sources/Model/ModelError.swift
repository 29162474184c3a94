import Foundation

/// Why a model call gave no reply, each with what a person can do about it.
package enum ModelError: Error, Sendable, Hashable {
  /// No credential is configured for this mode.
  case missingCredential(variable: String)
  /// The server rejected the credential (401).
  case rejectedCredential(variable: String, requestID: String?)
  /// The account cannot pay (402).
  case billing(message: String, requestID: String?)
  /// The credential may not do this (403).
  case forbidden(message: String, requestID: String?)
  /// The server does not know the model (404).
  case unknownModel(String, requestID: String?)
  /// The server refused the request as it is (400, 409, 413), or redirects (3xx, with the address as the message).
  case badRequest(status: Int, message: String, requestID: String?)
  /// Too many requests (429), even after the retries; `retryAfter` in seconds.
  case rateLimited(retryAfter: Int, requestID: String?)
  /// A spend cap (429 without `retry-after`, or 400), which retrying does not lift.
  case spendCap(message: String, resetsAt: Date?, requestID: String?)
  /// The server is overloaded or broken (500, 504, 529), even after the retries.
  case overloaded(status: Int, requestID: String?)
  /// The connection to the host ended after the request was sent: it may have been billed.
  case brokenOff(host: String, reason: String)
  /// No connection to the host.
  case unreachable(host: String, reason: String)
  /// Nothing that is trusted vouches for the host's certificate.
  case untrusted(host: String, reason: String)
  /// The file of trusted certificates cannot be used.
  case unusableCertificates(path: String)
  /// No answer within the time limit, in seconds.
  case timedOut(host: String, seconds: Int)
  /// The server answered with something that is not a Messages API reply.
  case malformedReply(host: String, reason: String)
  /// A program that answers for the model is not on this machine.
  case notInstalled(program: String)
  /// The program is not logged in, or no longer; `remedy` says how to log in.
  case notLoggedIn(program: String, remedy: String)
  /// The program would draw from somebody else than this mode stands for.
  case otherPayer(program: String, payer: String)
  /// A limit of the plan is used up.
  case limitReached(limit: String, resetsAt: Date?)
  /// The plan does not cover this; it is paid as extra usage, of which there is none.
  case noExtraUsage(message: String, resetsAt: Date?)
  /// This program counts as a third party's, which draws from extra usage and not from the plan.
  case thirdPartyUse(message: String)
  /// The program ended before it had answered.
  case programEnded(program: String, reason: String)
  /// The program does not speak as this version expects.
  case incompatible(program: String, reason: String)
  /// The program answered with an error of its own.
  case programFailed(program: String, message: String)
  /// The surrounding task was cancelled.
  case cancelled
}
