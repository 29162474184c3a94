import Foundation
import TestSupport
import Testing

@testable import Model

/// An authority of the person's own, as programs that answer for the model are told of it.
@Suite struct TrustedCertificatesTests {
  private let authority: TestAuthority

  init() throws {
    authority = try TestAuthority()
  }

  private func expectVariables(in run: JSON?) throws {
    let environment = try #require(run)["environment"]
    for name in ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"] {
      #expect(environment[name].string == authority.certificate.path)
    }
  }

  @Test func claudeIsTold() async throws {
    let claude = try FakeClaude(turns: .answer("click b3"))
    let model = try await claude.connect(certificates: authority.certificate.path)
    _ = try await model.reply(to: .hello)
    try expectVariables(in: try claude.runs().first)
    await model.close()
  }

  @Test func anAgentIsTold() async throws {
    let agent = try FakeAgent(turns: [.turnEnds("end_turn")])
    let model = try await agent.connect(certificates: authority.certificate.path)
    try expectVariables(in: try agent.runs().first)
    await model.close()
  }

  @Test func aPathIsTheSameInAnotherFolder() throws {
    let path = FileManager.default.currentDirectoryPath
    let relative = String(repeating: "../", count: path.count { $0 == "/" }) + authority.certificate.path.dropFirst()
    let variables = try TrustedCertificates.variables(relative)
    #expect(variables["NODE_EXTRA_CA_CERTS"] == authority.certificate.path)
  }

  @Test func withoutAFileTheEnvironmentStaysAsItIs() throws {
    #expect(try TrustedCertificates.variables(nil) == [:])
  }

  @Test func aFileThatHoldsNoCertificateIsAnError() async throws {
    let folder = try TemporaryFolder()
    try folder.add("empty.pem")
    for path in [folder.url.appending(path: "empty.pem").path, "/nonexistent/ca.pem"] {
      await #expect(throws: ModelError.unusableCertificates(path: path)) {
        try await FakeClaude().connect(certificates: path)
      }
      await #expect(throws: ModelError.unusableCertificates(path: path)) {
        try await FakeAgent().connect(certificates: path)
      }
    }
  }
}
