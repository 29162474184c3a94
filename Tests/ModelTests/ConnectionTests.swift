import Foundation
import Testing

@testable import Model

/// From the environment to a server and a credential.
@Suite struct ConnectionTests {
  private static let key = "sk-ant-api03-abc"

  private func api(_ environment: [String: String], stored: String? = nil) async throws -> Connection {
    try await Connection.api(environment: environment) { $0 == "api.anthropic.com" ? stored : nil }
  }

  private func endpoint(_ environment: [String: String], stored: [String: String] = [:]) async throws -> Connection {
    try await Connection.endpoint(environment: environment) { stored[$0] }
  }

  private func header(_ connection: Connection) -> String? {
    connection.credential?.header(for: connection.baseURL).map { "\($0.name): \($0.value)" }
  }

  @Test func apiTakesTheVariableThenTheStore() async throws {
    let variable = try await api(["ANTHROPIC_API_KEY": " \(Self.key)\n"], stored: "other")
    #expect(header(variable) == "x-api-key: \(Self.key)")
    #expect(variable.credential?.source == "ANTHROPIC_API_KEY")
    let stored = try await api(["ANTHROPIC_API_KEY": ""], stored: "stored")
    #expect(header(stored) == "x-api-key: stored")
    #expect(stored.baseURL.absoluteString == "https://api.anthropic.com")
    await #expect(throws: ConnectionError.missingKey(variable: "ANTHROPIC_API_KEY")) { try await api([:]) }
  }

  @Test func apiGoesToAnthropicWhateverTheBaseURL() async throws {
    let environment = ["ANTHROPIC_API_KEY": Self.key, "ANTHROPIC_BASE_URL": "https://evil.example"]
    #expect(try await api(environment).baseURL.host() == "api.anthropic.com")
  }

  @Test func endpointNeverGetsTheAPIKey() async throws {
    let environment = ["ANTHROPIC_API_KEY": Self.key, "ANTHROPIC_BASE_URL": "https://gateway.example"]
    #expect(try await endpoint(environment).credential == nil)
    let lookAlikes = [
      "https://api.anthropic.com.example", "https://api.anthropic.com:444", "http://127.0.0.1:4000",
      "https://API.ANTHROPIC.COM.",
    ]
    for url in lookAlikes {
      #expect(try await endpoint(["ANTHROPIC_API_KEY": Self.key, "ANTHROPIC_BASE_URL": url]).credential == nil)
    }
    let anthropic = try await endpoint([
      "ANTHROPIC_API_KEY": Self.key, "ANTHROPIC_BASE_URL": "https://API.anthropic.com/v1/",
    ])
    #expect(header(anthropic) == "x-api-key: \(Self.key)")
  }

  @Test func endpointTakesTheTokenThenWhatIsStoredForItsHost() async throws {
    let url = ["ANTHROPIC_BASE_URL": "http://localhost:4000/v1"]
    let stored = ["localhost:4000": "for-4000", "localhost": "other"]
    #expect(header(try await endpoint(url, stored: stored)) == "Authorization: Bearer for-4000")
    let token = url.merging(["ANTHROPIC_AUTH_TOKEN": "tok"]) { $1 }
    #expect(header(try await endpoint(token, stored: stored)) == "Authorization: Bearer tok")
    #expect(try await endpoint(url).credential == nil)
    #expect(try await endpoint(url).baseURL.absoluteString == "http://localhost:4000")
  }

  @Test func credentialHasNoHeaderForAnotherHost() throws {
    let credential = try #require(Credential("k", scheme: .apiKey, source: "s", authority: "a.example"))
    for text in ["https://b.example", "https://a.example:8443", "https://a.example.evil"] {
      #expect(credential.header(for: try #require(URL(string: text))) == nil)
    }
    #expect(credential.header(for: try #require(URL(string: "https://A.example:443/v1")))?.value == "k")
  }

  @Test(arguments: [
    "", "gateway.example", "ftp://gateway.example", "https://", "https://user:pass@gateway.example",
    "https://gateway.example?key=1", "https://gateway.example#x", "file:///etc/passwd",
  ])
  func unusableBaseURL(text: String) async throws {
    let expected: ConnectionError = text.isEmpty ? .missingBaseURL : .invalidBaseURL
    await #expect(throws: expected) { try await endpoint(["ANTHROPIC_BASE_URL": text]) }
  }

  @Test(arguments: [
    "http://192.168.1.2:8080", "http://gateway.example", "http://127.0.0.1.evil.example", "http://1270.0.0.1",
  ])
  func credentialIsNotSentUnencryptedOverANetwork(url: String) async throws {
    let authority = try #require(URL(string: url)?.authority)
    await #expect(throws: ConnectionError.plainHTTP(host: authority)) {
      try await endpoint(["ANTHROPIC_BASE_URL": url, "ANTHROPIC_AUTH_TOKEN": "tok"])
    }
    #expect(try await endpoint(["ANTHROPIC_BASE_URL": url]).credential == nil)
  }

  @Test(arguments: ["http://127.0.0.1:1234", "http://127.9.9.9", "http://localhost", "http://[::1]:8080"])
  func credentialMayStayOnThisMachineUnencrypted(url: String) async throws {
    let environment = ["ANTHROPIC_BASE_URL": url, "ANTHROPIC_AUTH_TOKEN": "tok"]
    #expect(header(try await endpoint(environment)) == "Authorization: Bearer tok")
  }

  @Test(arguments: ["two words", "line\nbreak", "schlüssel"])
  func whatIsNoKeyIsRefused(text: String) async throws {
    await #expect(throws: ConnectionError.unusableCredential(source: "ANTHROPIC_API_KEY")) {
      try await api(["ANTHROPIC_API_KEY": text])
    }
  }

  @Test func subscriptionLoginIsRefused() async throws {
    await #expect(throws: ConnectionError.subscriptionLogin(source: "ANTHROPIC_AUTH_TOKEN")) {
      try await endpoint(["ANTHROPIC_BASE_URL": "https://api.anthropic.com", "ANTHROPIC_AUTH_TOKEN": "sk-ant-oat01-x"])
    }
  }

  @Test func keyThatIsKeptForAnthropicIsNoToken() async throws {
    let anthropic = try await endpoint(
      ["ANTHROPIC_BASE_URL": "https://api.anthropic.com"], stored: ["api.anthropic.com": Self.key])
    #expect(header(anthropic) == "x-api-key: \(Self.key)")
  }

  @Test func keyringThatFailsIsAnErrorOfItsOwn() async {
    await #expect(throws: ConnectionError.keyring(.locked)) {
      try await Connection.api(environment: [:]) { _ throws(SecretServiceError) in throw .locked }
    }
  }
}
