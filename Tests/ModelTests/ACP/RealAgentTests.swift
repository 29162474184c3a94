import Foundation
import TestSupport
import Testing

@testable import Model

/// The mode `acp` with real agents from PyPI.
@Suite(.enabled(if: RealPrograms.python != nil), .serialized) struct RealAgentTests {
  /// The example of the `agent-client-protocol` package, which says back what it is told.
  @Test func exampleAgent() async throws {
    let python = try #require(RealPrograms.python)
    let agent = try #require(RealPrograms.exampleAgent)
    let model = try await ACPModel.connect(command: [python, agent], environment: ["PATH": "/usr/bin:/bin"])
    #expect(model.identity.model == "Example Agent")
    #expect(!model.identity.takesImages)
    var request = ModelRequest.hello
    let first = try await model.reply(to: request)
    #expect(first.text == "Client sent:Be brief.hello")
    #expect(first.stopReason == .endTurn)
    #expect(first.cost == .unknown)
    request.messages += [first.message, Message(.user, text: "next")]
    #expect(try await model.reply(to: request).text == "Client sent:next")
    await model.close()
  }

  /// What it does not tell is unknown, and never nothing.
  @Test func twentyTurnsOfAnAgentThatTellsNoCost() async throws {
    let python = try #require(RealPrograms.python)
    let agent = try #require(RealPrograms.exampleAgent)
    let model = try await ACPModel.connect(command: [python, agent], environment: ["PATH": "/usr/bin:/bin"])
    let task = try await RecordedTask(model, turns: 20)
    #expect(task.turns.map(\.cost) == Array(repeating: .unknown, count: 20))
    #expect(task.total.cost.exact == nil)
  }

  /// Claude Code behind the `claude-code-acp` package, with a home of its own, a made-up token and a scripted server on
  /// this machine.
  @Test func agentThatIsClaudeCode() async throws {
    let python = try #require(RealPrograms.python)
    // Claude Code as an agent asks more often than it is asked.
    let replies = Array(repeating: ScriptedReply.reply("click b3"), count: 8)
    let claude = try RealClaude(RealPrograms.claude, replies)
    var environment = claude.environment()
    environment["ANTHROPIC_API_KEY"] = nil
    environment["ANTHROPIC_BASE_URL"] = claude.server.baseURL.absoluteString
    let model = try await ACPModel.connect(command: [python, "-m", "claude_code_acp"], environment: environment)
    #expect(model.identity.meter.contains("programmatic use"))
    var request = ModelRequest.hello
    let first = try await model.reply(to: request)
    #expect(first.text == "click b3")
    request.messages += [first.message, Message(.user, text: "next")]
    #expect(try await model.reply(to: request).text == "click b3")
    let sent = try #require(try claude.server.requests().last { $0.path.hasPrefix("/v1/messages") })
    #expect(sent.headers["authorization"] == "Bearer sk-ant-oat01-made-up")
    #expect(sent.text.contains("Be brief."))
    await model.close()
  }

  /// The same, while its server does not answer.
  @Test func cancellingAnAgentThatIsClaudeCode() async throws {
    let python = try #require(RealPrograms.python)
    let claude = try RealClaude(RealPrograms.claude, .reply("late").delayed(600))
    var environment = claude.environment()
    environment["ANTHROPIC_BASE_URL"] = claude.server.baseURL.absoluteString
    let model = try await ACPModel.connect(command: [python, "-m", "claude_code_acp"], environment: environment)
    let call = Task { await model.failure() }
    while try !claude.server.requests().contains(where: { $0.path.hasPrefix("/v1/messages") }) {
      try await Task.sleep(for: .milliseconds(5))
    }
    call.cancel()
    #expect(await call.value == .cancelled)
  }
}
