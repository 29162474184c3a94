import Foundation
import TestSupport
import Testing

@testable import Model

/// What must be so before `claude` is asked anything.
@Suite struct ClaudeLoginTests {
  private func failure(_ claude: FakeClaude, checkTimeout: Duration = .seconds(60)) async -> ModelError? {
    do throws(ModelError) {
      _ = try await claude.connect(checkTimeout: checkTimeout)
      return nil
    } catch {
      return error
    }
  }

  @Test func programThatIsNotThere() async throws {
    await #expect(throws: ModelError.notInstalled(program: "claude")) {
      try await SubscriptionModel.connect(
        environment: ["PATH": "/no/such/folder", "HOME": "/no/such/home"], model: "haiku", prices: PriceTable.load())
    }
  }

  @Test func loginThatIsMissing() async throws {
    let claude = try FakeClaude(status: ["loggedIn": false, "authMethod": "none"], statusCode: 1)
    #expect(await failure(claude) == ClaudeProgram.notLoggedIn)
  }

  @Test(
    arguments: [
      (
        ["loggedIn": true, "authMethod": "api_key", "apiProvider": "firstParty", "apiKeySource": "/login managed key"],
        "the API credit of /login managed key"
      ),
      (["loggedIn": true, "authMethod": "api_key_helper"], "the API credit of its login"),
      (["loggedIn": true, "authMethod": "third_party", "apiProvider": "bedrock"], "your bedrock account"),
      (["loggedIn": true], "the API credit of its login"),
    ] as [(JSON, String)])
  func loginThatIsNoPlan(status: JSON, payer: String) async throws {
    #expect(await failure(try FakeClaude(status: status)) == .otherPayer(program: "claude", payer: payer))
  }

  @Test func tokenOfAPlanIsAPlan() async throws {
    let model = try await FakeClaude(status: ["loggedIn": true, "authMethod": "oauth_token"]).connect()
    #expect(model.identity.meter.hasPrefix("your Claude plan's limits"))
  }

  @Test(arguments: ["2.1.247 (Claude Code)", "1.9.999", "2.1", "nonsense", "\u{1B}[31m"])
  func versionThatReadsFilesOnItsOwn(version: String) async throws {
    guard case .incompatible("claude", let reason) = await failure(try FakeClaude(version: version)) else {
      Issue.record("taken")
      return
    }
    #expect(reason.hasSuffix("2.1.248 or newer is needed"))
    #expect(!reason.contains("\u{1B}"))
  }

  @Test(arguments: ["2.1.248", "2.2.0 (Claude Code)", "3.0.0-beta", "10.0.0"])
  func versionThatIsNewEnough(version: String) async throws {
    #expect(await failure(try FakeClaude(version: version)) == nil)
  }

  @Test(arguments: ["logged in!", "{}", "[]"])
  func statusThatCannotBeRead(status: String) async throws {
    let expected = ModelError.incompatible(program: "claude", reason: "its auth status is not readable")
    #expect(await failure(try FakeClaude(status: .string(status))) == expected)
  }

  @Test func programThatDoesNotAnswer() async throws {
    let claude = try FakeClaude(version: nil)
    #expect(await failure(claude, checkTimeout: .milliseconds(300)) == .timedOut(host: "claude", seconds: 1))
  }

  @Test func cancellingEndsTheQuestion() async throws {
    let claude = try FakeClaude(version: nil)
    let question = Task { await failure(claude) }
    question.cancel()
    #expect(await question.value == .cancelled)
  }

  @Test func programThatSaysNothing() async throws {
    // Not a script that was written just now: while another thread starts a program, that has a copy of whatever is open
    // for writing, and such a file cannot be run.
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "claude").path, withDestinationPath: "/usr/bin/false")
    await #expect(throws: ModelError.programEnded(program: "claude", reason: "exit code 1")) {
      try await SubscriptionModel.connect(
        environment: ["PATH": folder.url.path], model: "haiku", prices: PriceTable.load())
    }
  }
}
