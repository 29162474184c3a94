import Foundation
import Ledger
import TestSupport
import Testing

@testable import FazmLinux

@Suite struct ExportTests {
  private let bench: UsageBench

  init() throws {
    bench = try UsageBench()
  }

  @Test func `a line a turn`() async throws {
    try await bench.addTask()
    let lines = try await bench.run("export", "--otel").output.split(separator: "\n").map { line in
      try JSONDecoder().decode(JSON.self, from: Data(line.utf8))
    }
    #expect(lines.count == 2)
    for line in lines {
      let span = line["resourceSpans"][0]["scopeSpans"][0]["spans"][0]
      #expect(span["name"] == "chat claude-haiku-5-5")
      #expect(attribute("gen_ai.usage.input_tokens", of: span)["intValue"] == "1000")
    }
    #expect(try await bench.run("export", "--otel", "--until", "2026-01-01").output.isEmpty)
  }

  @Test func `a collector gets them all at once, with its headers`() async throws {
    try await bench.addTask()
    let server = try MessagesServer([.raw("{}")])
    let run = try await bench.run(
      "export", "--otlp", server.baseURL.absoluteString,
      adding: ["OTEL_EXPORTER_OTLP_HEADERS": "x-key=a%20b, x-team=c"])
    #expect(run.output == "2 turns sent to 127.0.0.1:\(server.baseURL.port ?? 0).\n", "\(run.errors)")
    let request = try #require(try server.requests().first)
    #expect(request.path == "/v1/traces")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["x-key"] == "a b" && request.headers["x-team"] == "c")
    #expect(request.body["resourceSpans"][0]["scopeSpans"][0]["spans"].array.count == 2)
    #expect(!request.text.contains("organize") && !request.text.contains("pcmanfm"))
  }

  @Test func `a whole address is taken as it is`() async throws {
    try await bench.addTask()
    let server = try MessagesServer([.raw(""), .raw("")])
    for path in ["otlp/v1/traces", "otlp"] {
      let run = try await bench.run("export", "--otlp", server.baseURL.appending(path: path).absoluteString)
      #expect(run.exitCode == 0, "\(run.errors)")
    }
    #expect(try server.requests().map(\.path) == ["/otlp/v1/traces", "/otlp/v1/traces"])
  }

  @Test func `a collector that refuses is believed`() async throws {
    try await bench.addTask()
    let server = try MessagesServer([
      .status(404), .raw("{\"partialSuccess\":{\"rejectedSpans\":\"1\",\"errorMessage\":\"full\"}}"),
      .status(302).header("location", "http://127.0.0.1:1/v1/traces"),
    ])
    for words in ["answered with status 404", "refused 1 of 2 turns", "answered with status 302"] {
      let run = try await bench.run("export", "--otlp", server.baseURL.absoluteString)
      expectFailure(run, .badRequest, saying: words)
    }
  }

  @Test func `a collector that is not there`() async throws {
    try await bench.addTask()
    let run = try await bench.run("export", "--otlp", "http://127.0.0.1:9")
    expectFailure(run, .unreachable, saying: "The collector at 127.0.0.1:9 cannot be reached")
  }

  @Test func `nothing to send is sent to nobody`() async throws {
    let run = try await bench.run("export", "--otlp", "http://127.0.0.1:9")
    #expect(run.output.hasPrefix("There is no turn to send, so nothing was sent: whether 127.0.0.1:9 is there"))
  }

  @Test func `headers are not sent in the clear`() async throws {
    try await bench.addTask()
    let run = try await bench.run(
      "export", "--otlp", "http://collector.example:4318", adding: ["OTEL_EXPORTER_OTLP_HEADERS": "x-key=secret"])
    expectFailure(run, .usage, saying: "never sent unencrypted")
    #expect(!run.errors.contains("secret"))
  }

  private func attribute(_ name: String, of span: JSON) -> JSON {
    span["attributes"].array.first { $0["key"].string == name }?["value"] ?? .null
  }
}
