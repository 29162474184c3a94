import Foundation

extension ModelError {
  /// When what has run out is there again; nil where that is not known.
  package var resetsAt: Date? {
    switch self {
    case .spendCap(_, let reset, _), .limitReached(_, let reset), .noExtraUsage(_, let reset): reset
    case .rateLimited(let seconds, _): Date() + Double(seconds)
    default: nil
    }
  }

  /// Whether another payer could go on.
  package var isAboutMoney: Bool {
    switch self {
    case .billing, .spendCap, .limitReached, .noExtraUsage, .thirdPartyUse, .rateLimited: true
    default: false
    }
  }
}

extension ModelError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missingCredential(let variable):
      "The server wants a credential and none is configured: set \(variable)."
    case .rejectedCredential(let variable, let id):
      "The server does not accept the credential from \(variable): check that it is complete and not revoked.\(request(id))"
    case .billing(let message, let id):
      "The account cannot pay for this: add credit or correct the billing details, then try again.\(said(message))\(request(id))"
    case .forbidden(let message, let id):
      "The credential is not allowed to do this: use one that is, or another model.\(said(message))\(request(id))"
    case .unknownModel(let model, let id):
      "The server knows no model “\(model)”: check the name with --model, and the address if it is your own server.\(request(id))"
    case .badRequest(300..<400, let address, let id):
      "The server redirects to \(address), and nothing is sent on to a host that you did not name: set ANTHROPIC_BASE_URL to it if you trust it.\(request(id))"
    case .badRequest(let status, let message, let id):
      "The server refused the request (\(status)): start the task anew, and report it if it happens again.\(said(message))\(request(id))"
    case .rateLimited(let seconds, let id):
      "Too many requests: the server asks to wait \(seconds) s, until \(Self.clock(Date() + Double(seconds))), so try again after that.\(request(id))"
    case .spendCap(let message, let reset, let id):
      "A spend limit of the account is reached: raise it in the account's settings, or wait \(reset.map { "until \(Self.clock($0))" } ?? "for the next period").\(said(message))\(request(id))"
    case .overloaded(let status, let id):
      "The server is overloaded or has a fault (\(status)): try again in some minutes.\(request(id))"
    case .brokenOff(let host, let reason):
      "The connection to \(host) ended before the answer was there (\(reason)): the call may have been billed, so it is not repeated by itself; try again."
    case .unreachable(let host, let reason):
      "\(host) did not answer: check the network and the address (\(reason))."
    case .untrusted(let host, let reason):
      "\(host) is not trusted (\(reason)): if its certificate comes from a CA of your own, name that with --ca-file."
    case .unusableCertificates(let path):
      "The certificates in \(path) cannot be used: name a file in PEM form with --ca-file, ca-file or SSL_CERT_FILE."
    case .timedOut(let host, let seconds):
      "\(host) gave no answer within \(seconds) s: try again, or allow it more time."
    case .malformedReply(let host, let reason):
      "What \(host) answered is no reply of the Messages API: check the address.\(said(reason))"
    case .notInstalled(let program):
      "There is no program \(program) on this machine: install it, or choose another billing mode."
    case .notLoggedIn(let program, let remedy):
      "\(program) is not logged in: \(remedy), then try again."
    case .otherPayer(let program, let payer):
      "\(program) would draw from \(payer), which is not what this billing mode stands for: log it in with your plan, or choose the mode that you mean."
    case .limitReached(let limit, let reset):
      "\(limit) is used up\(reset.map { " until \(Self.clock($0))" } ?? ""): try again when it resets, or choose another billing mode."
    case .noExtraUsage(let message, let reset):
      "Your plan does not cover this and no extra usage is left or allowed: allow some at claude.ai/settings/usage,\(reset.map { " wait until \(Self.clock($0))," } ?? "") or choose another billing mode.\(said(message))"
    case .thirdPartyUse(let message):
      "Anthropic takes this for a third party's program, which draws from extra usage and not from the plan: allow extra usage at claude.ai/settings/usage, or choose another billing mode.\(said(message))"
    case .programEnded(let program, let reason):
      "\(program) ended before it had answered (\(reason)): try again."
    case .incompatible(let program, let reason):
      "\(program) does not speak as this version of fazm-linux expects (\(reason)): update both."
    case .programFailed(let program, let message):
      "\(program) could not answer.\(said(message))"
    case .cancelled: "The call was cancelled; it may have been billed."
    }
  }

  /// A time as the clock on this desk shows it, to the minute.
  private static func clock(_ date: Date) -> String {
    let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current)
    return String(date.formatted(style).prefix(16))
  }

  private func said(_ words: String) -> String {
    words.isEmpty ? "" : " It said: \(words)"
  }

  private func request(_ id: String?) -> String {
    id.map { " (request \($0))" } ?? ""
  }
}
