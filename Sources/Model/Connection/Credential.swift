import Foundation
import HTTP

/// A key or token, bound to the host it was given for. It shows in no description, dump or mirror.
package struct Credential: Sendable {
  /// How the server wants it.
  package enum Scheme: Sendable, Hashable {
    /// `x-api-key`
    case apiKey
    /// `Authorization: Bearer`
    case bearer
  }

  /// Where it was found, for people: a variable's name, or "the Secret Service".
  package let source: String
  /// The only authority (`host` or `host:port`) that it is sent to.
  package let authority: String
  private let scheme: Scheme
  let secret: String

  /// Nil for what cannot be a credential: nothing, or anything but visible ASCII between the blanks at both ends.
  package init?(_ text: String, scheme: Scheme, source: String, authority: String) {
    let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !secret.isEmpty, secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.source = source
    self.authority = authority
    self.scheme = scheme
    self.secret = secret
  }

  /// What a person typed to be kept for the server at `url`; throws where it can be no key for that.
  package init(typed text: String, for url: URL) throws(ConnectionError) {
    guard let authority = url.authority,
      let credential = Credential(text, scheme: .apiKey, source: "what was given", authority: authority)
    else { throw .unusableCredential(source: "what was given") }
    if credential.isSubscriptionLogin { throw .subscriptionLogin(source: credential.source) }
    if authority == Connection.anthropic, !credential.isAnthropicKey { throw .otherKey(host: authority) }
    if url.scheme != "https", !url.isLoopback { throw .plainHTTP(host: authority) }
    self = credential
  }

  /// Whether it looks like a key of the Anthropic API. One that administers an organization asks no model.
  private var isAnthropicKey: Bool { secret.hasPrefix("sk-ant-") && !secret.hasPrefix("sk-ant-admin") }

  /// Whether it is the login of a Claude subscription, which Anthropic allows to its own programs only.
  var isSubscriptionLogin: Bool { secret.hasPrefix("sk-ant-oat") }

  /// The header that carries it, for a request to its own host; nil for any other.
  func header(for url: URL) -> (name: String, value: String)? {
    guard url.authority == authority else { return nil }
    return switch scheme {
    case .apiKey: ("x-api-key", secret)
    case .bearer: ("Authorization", "Bearer \(secret)")
    }
  }

  /// The text without the secret, in case a server quotes it.
  func redact(_ text: String) -> String {
    text.replacing(secret, with: "[redacted]")
  }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "the credential from \(source) for \(authority)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["source": source, "authority": authority]) }
}

extension URL {
  /// The host in lower case, and the port where it is not the scheme's own.
  var authority: String? {
    guard let host = host()?.lowercased(), !host.isEmpty else { return nil }
    let usual = scheme?.lowercased() == "https" ? 443 : 80
    guard let port, port != usual else { return host }
    return "\(host):\(port)"
  }
}
