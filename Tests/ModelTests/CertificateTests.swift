import Foundation
import TestSupport
import Testing

@testable import Model

/// Servers with TLS, whose certificate comes from an authority that is made for the test.
@Suite struct CertificateTests {
  private let authority: TestAuthority
  private let server: MessagesServer

  init() throws {
    authority = try TestAuthority()
    server = try MessagesServer([.reply("hello")], access: .tls(authority))
  }

  private func reply(trusting certificates: String?) async throws -> String {
    var options = MessagesAPI.Options()
    options.certificates = certificates
    let client = MessagesAPI(
      connection: Connection(mode: .endpoint, baseURL: server.baseURL, credential: nil), model: "haiku",
      prices: try PriceTable.load(), options: options)
    return try await client.reply(to: .hello).text
  }

  @Test func anAuthorityThatIsNamedIsTrusted() async throws {
    #expect(try await reply(trusting: authority.certificate.path) == "hello")
  }

  @Test func anyOtherIsNot() async throws {
    let other = try TestAuthority()
    for certificates in [nil, other.certificate.path] {
      let error = await #expect(throws: ModelError.self) { try await reply(trusting: certificates) }
      guard case .untrusted? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(error?.description.contains("name that with --ca-file") == true)
    }
    #expect(try server.requests().isEmpty)
  }

  @Test func aFileThatHoldsNoCertificateIsAnErrorOfItsOwn() async throws {
    let folder = try TemporaryFolder()
    try folder.add("empty.pem")
    for path in [folder.url.appending(path: "empty.pem").path, "/nonexistent/ca.pem"] {
      await #expect(throws: ModelError.unusableCertificates(path: path)) { try await reply(trusting: path) }
    }
  }
}
