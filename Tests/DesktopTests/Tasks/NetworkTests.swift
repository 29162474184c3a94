import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// A proxy and certificates of the person's own, as far as a task is concerned. The proxy is a server on this machine
/// that takes every connection to itself.
@Suite(.desktopWithDialog, .serialized) struct NetworkTests {
  private let authority: TestAuthority
  private let bench: TaskBench

  init() throws {
    authority = try TestAuthority(hosts: ["api.anthropic.com", "gateway.example"])
    bench = try TaskBench([.reply("done \"Seen.\"")], access: .tunnel(authority))
  }

  @Test func `the paid API is reached through the environment's proxy, with a CA of one's own`() async throws {
    let run = try await bench.run(
      "--billing", "api", "--ca-file", authority.certificate.path, "Do it",
      adding: ["ANTHROPIC_API_KEY": "sk-ant-test", "https_proxy": bench.server.baseURL.absoluteString])
    #expect(run.exitCode == 0, "\(run.errors)")
    let requests = try bench.server.requests()
    #expect(requests.map(\.method) == ["CONNECT", "POST"])
    #expect(requests.map(\.path) == ["api.anthropic.com:443", "/v1/messages"])
    #expect(requests.first?.headers["x-api-key"] == nil)
    #expect(requests.last?.headers["x-api-key"] == "sk-ant-test")
  }

  @Test(arguments: ["HTTPS_PROXY", "ALL_PROXY"])
  func `an endpoint too, and the configuration or the environment may name the CA`(variable: String) async throws {
    var environment = [
      "ANTHROPIC_BASE_URL": "https://gateway.example/anthropic", variable: bench.server.baseURL.absoluteString,
    ]
    if variable == "ALL_PROXY" {
      environment["SSL_CERT_FILE"] = authority.certificate.path
    } else {
      try bench.folder.add("fazm-linux/config", content: "[fazm-linux]\nca-file = \(authority.certificate.path)\n")
    }
    let run = try await bench.run("Do it", adding: environment)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try bench.server.requests().map(\.path) == ["gateway.example:443", "/anthropic/v1/messages"])
    #expect(try bench.server.requests().last?.headers["authorization"] == "Bearer \(TaskBench.fakeKey)")
  }

  @Test func `what is sent in the open goes through http_proxy`() async throws {
    let run = try await bench.run(
      "Do it",
      adding: [
        "ANTHROPIC_BASE_URL": "http://gateway.example", "ANTHROPIC_AUTH_TOKEN": "",
        "http_proxy": bench.server.baseURL.absoluteString,
      ])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try bench.server.requests().map(\.path) == ["http://gateway.example/v1/messages"])
  }

  @Test func `a certificate that nobody vouches for`() async throws {
    let run = try await bench.run(
      "--quiet", "Do it",
      adding: ["ANTHROPIC_BASE_URL": "https://gateway.example", "https_proxy": bench.server.baseURL.absoluteString])
    expectFailure(run, .unreachable, saying: "gateway.example is not trusted", "--ca-file")
    #expect(try bench.server.requests().map(\.method) == ["CONNECT"])
  }

  @Test func `a file that is no certificate`() async throws {
    let run = try await bench.run(
      "--quiet", "--ca-file", "/nonexistent", "Do it",
      adding: ["ANTHROPIC_BASE_URL": "https://gateway.example", "https_proxy": bench.server.baseURL.absoluteString])
    expectFailure(run, .usage, saying: "The certificates in /nonexistent cannot be used")
  }

  @Test func `a proxy that is not there`() async throws {
    let run = try await bench.run(
      "--quiet", "Do it",
      adding: ["ANTHROPIC_BASE_URL": "https://gateway.example", "https_proxy": "http://127.0.0.1:1"])
    expectFailure(run, .unreachable, saying: "gateway.example did not answer", "127.0.0.1 port 1")
  }
}
