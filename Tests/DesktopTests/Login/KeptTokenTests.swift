import TestSupport
import Testing

@testable import FazmLinux

/// A token that is kept for an endpoint, in a task.
@Suite(.desktopWithDialog, .serialized) struct KeptTokenTests {
  @Test func `goes to its own host and no other`() async throws {
    let bench = try TaskBench(.reply("done \"Seen.\""))
    let other = try TaskBench(.reply("done \"Seen.\""), on: bench.desktop)
    let session = try KeyringSession(on: bench.desktop)
    let login = try await session.fazmLinux("login", bench.server.baseURL.absoluteString, input: "kept-token")
    #expect(login.exitCode == 0, "\(login.errors)")

    for bench in [bench, other] {
      let run = try await bench.run("Do it", adding: ["ANTHROPIC_AUTH_TOKEN": "", "ANTHROPIC_API_KEY": "sk-ant-x"])
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(!(run.output + run.errors).contains("kept-token"))
    }
    #expect(try bench.server.requests().first?.headers["authorization"] == "Bearer kept-token")
    #expect(try other.server.requests().first?.headers["authorization"] == nil)
  }
}
