import Foundation
import HTTP

/// Which server is asked, and with what credential.
package struct Connection: Sendable {
  /// The host whose keys `ANTHROPIC_API_KEY` holds; that key goes nowhere else.
  package static let anthropic = "api.anthropic.com"

  /// What is kept for a host (`host` or `host:port`); nil where nothing is.
  package typealias Keyring = (_ authority: String) async throws(SecretServiceError) -> String?

  package let mode: BillingMode
  /// Without a slash at its end, and without the `/v1` that every request adds.
  package let baseURL: URL
  /// Nil where the server wants none.
  package let credential: Credential?
  /// The `anthropic-version` header.
  package var version = "2023-06-01"

  package init(mode: BillingMode, baseURL: URL, credential: Credential?) {
    self.mode = mode
    self.baseURL = baseURL
    self.credential = credential
  }

  /// A server as a person writes its address, and its `host` or `host:port`.
  package static func server(at address: String) throws(ConnectionError) -> (url: URL, authority: String) {
    let url = try BaseURL.parse(address)
    guard let authority = url.authority else { throw .invalidBaseURL }
    return (url, authority)
  }

  /// The connection of mode `api`: the Anthropic API, with `ANTHROPIC_API_KEY` or else what `stored` returns for its
  /// host.
  package static func api(
    environment: [String: String], stored: Keyring
  ) async throws(ConnectionError) -> Connection {
    let variable = "ANTHROPIC_API_KEY"
    guard let baseURL = URL(string: "https://\(anthropic)") else { throw .invalidBaseURL }
    guard
      let credential = try await credential(
        variable, .apiKey, for: baseURL, environment: environment, stored: stored)
    else { throw .missingKey(variable: variable) }
    return Connection(mode: .api, baseURL: baseURL, credential: credential)
  }

  /// The connection of mode `endpoint`: `ANTHROPIC_BASE_URL`, with `ANTHROPIC_AUTH_TOKEN`, or else what `stored`
  /// returns for its host, or no credential at all.
  package static func endpoint(
    environment: [String: String], stored: Keyring
  ) async throws(ConnectionError) -> Connection {
    guard let text = environment["ANTHROPIC_BASE_URL"], !text.isEmpty else { throw .missingBaseURL }
    let baseURL = try BaseURL.parse(text)
    // What is kept for Anthropic's own host is a key, and no token.
    let isAnthropic = baseURL.authority == anthropic
    var credential = try await credential(
      "ANTHROPIC_AUTH_TOKEN", .bearer, for: baseURL, environment: environment,
      stored: isAnthropic ? { _ in nil } : stored)
    if credential == nil, isAnthropic {
      credential = try await Self.credential(
        "ANTHROPIC_API_KEY", .apiKey, for: baseURL, environment: environment, stored: stored)
    }
    if credential != nil, baseURL.scheme != "https", !baseURL.isLoopback {
      throw .plainHTTP(host: baseURL.authority ?? text)
    }
    return Connection(mode: .endpoint, baseURL: baseURL, credential: credential)
  }

  /// The variable's value where it is set, else what is stored for the host; nil where there is neither.
  private static func credential(
    _ variable: String, _ scheme: Credential.Scheme, for url: URL, environment: [String: String],
    stored: Keyring
  ) async throws(ConnectionError) -> Credential? {
    guard let authority = url.authority else { throw .invalidBaseURL }
    let credential: Credential?
    if let text = environment[variable], !text.isEmpty {
      credential = Credential(text, scheme: scheme, source: variable, authority: authority)
      guard credential != nil else { throw .unusableCredential(source: variable) }
    } else if let text = try await kept(stored, for: authority) {
      credential = Credential(text, scheme: scheme, source: "the keyring", authority: authority)
      guard credential != nil else { throw .unusableCredential(source: "the keyring") }
    } else {
      return nil
    }
    if let credential, credential.isSubscriptionLogin { throw .subscriptionLogin(source: credential.source) }
    return credential
  }

  private static func kept(_ stored: Keyring, for authority: String) async throws(ConnectionError) -> String? {
    do {
      return try await stored(authority)
    } catch {
      throw .keyring(error)
    }
  }
}
