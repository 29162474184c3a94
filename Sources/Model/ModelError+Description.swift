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
      "Too many requests: the server asks to wait \(seconds) s, so try again after that.\(request(id))"
    case .spendCap(let message, let id):
      "The server takes no more requests and names no time to try again, which means that a spend limit is reached: raise it in the account's settings, or wait for the next period.\(said(message))\(request(id))"
    case .overloaded(let status, let id):
      "The server is overloaded or has a fault (\(status)): try again in some minutes.\(request(id))"
    case .unreachable(let host, let reason):
      "\(host) did not answer: check the network and the address (\(reason))."
    case .timedOut(let host, let seconds):
      "\(host) gave no answer within \(seconds) s: try again, or allow it more time."
    case .malformedReply(let host, let reason):
      "What \(host) answered is no reply of the Messages API: check the address.\(said(reason))"
    case .cancelled: "The call was cancelled; it may have been billed."
    }
  }

  private func said(_ words: String) -> String {
    words.isEmpty ? "" : " It said: \(words)"
  }

  private func request(_ id: String?) -> String {
    id.map { " (request \($0))" } ?? ""
  }
}
