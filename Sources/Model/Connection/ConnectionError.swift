/// Why a mode that calls a server is not ready to be used, each with what a person can do about it.
package enum ConnectionError: Error, Sendable, Hashable, CustomStringConvertible {
  case missingKey(variable: String)
  case missingBaseURL
  case invalidBaseURL
  /// It is empty or holds characters that no key has.
  case unusableCredential(source: String)
  /// The credential is the login of a Claude subscription.
  case subscriptionLogin(source: String)
  /// What was typed is no key of this host.
  case otherKey(host: String)
  /// The keyring could not tell.
  case keyring(SecretServiceError)
  /// A credential would travel unencrypted.
  case plainHTTP(host: String)

  package var description: String {
    switch self {
    case .missingKey(let variable):
      "No API key is configured: set \(variable), keep one with fazm-linux login, or choose another mode (endpoint, subscription, acp, offline)."
    case .missingBaseURL:
      "No endpoint is configured: set ANTHROPIC_BASE_URL to a server that speaks the Messages API, such as http://localhost:11434."
    case .invalidBaseURL:
      "ANTHROPIC_BASE_URL is not usable: it must be http:// or https:// with a host and at most a path; a token belongs in ANTHROPIC_AUTH_TOKEN."
    case .unusableCredential(let source):
      "There is no key in \(source), or what is there cannot be one (blanks or special characters inside): copy the key again."
    case .subscriptionLogin(let source):
      "\(source) holds the login of a Claude subscription, which only Anthropic's own programs may use: use an API key, or the mode subscription, which runs your own claude program."
    case .otherKey(let host):
      "That is no key of \(host): its keys begin with sk-ant-api and are made at https://platform.claude.com/settings/keys."
    case .keyring(let error): error.description
    case .plainHTTP(let host):
      "A credential is never sent unencrypted: use https:// for \(host), or unset ANTHROPIC_AUTH_TOKEN if the server needs none."
    }
  }
}
