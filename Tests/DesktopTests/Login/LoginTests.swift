import Foundation
import TestSupport
import Testing

@testable import FazmLinux

/// `login` and `logout` with a real keyring on a bus of its own.
@Suite struct LoginTests {
  private static let key = "sk-ant-api03-0123456789abcdef"

  /// What `doctor` says about the billing mode.
  private func billing(_ session: KeyringSession, adding variables: [String: String] = [:]) async throws -> String {
    let run = try await session.fazmLinux("doctor", adding: variables)
    return try #require(run.output.split(separator: "\n").first { $0.contains("billing mode") }.map(String.init))
  }

  @Test func `a key from standard input is kept, used where nothing is configured, and forgotten`() async throws {
    let session = try KeyringSession(.unlocked)
    #expect(try await billing(session).contains("offline"))
    let login = try await session.fazmLinux("login", input: " \(Self.key)\n")
    #expect(login.exitCode == 0, "\(login.errors)")
    #expect(login.output.hasPrefix("The key for api.anthropic.com is kept in the keyring."))
    #expect(!(login.output + login.errors).contains(Self.key))
    let billing = try await billing(session)
    #expect(billing.hasPrefix("ok      billing mode: api, "))
    #expect(billing.contains("draws from API credit of the key from the keyring"))

    #expect(try await session.fazmLinux("logout").output == "The key for api.anthropic.com is forgotten.\n")
    #expect(try await session.fazmLinux("logout").output == "No key for api.anthropic.com is kept.\n")
    #expect(try await self.billing(session).contains("offline"))
    #expect(try await session.fazmLinux("doctor", "--billing", "api").output.contains("fazm-linux login"))
  }

  @Test func `a key is typed without being shown`() async throws {
    let session = try KeyringSession(.unlocked)
    let login = try await session.fazmLinux("login", typing: Self.key + "\n")
    #expect(login.exitCode == 0)
    #expect(login.output.contains("The key for api.anthropic.com, which is not shown:"))
    #expect(login.output.contains("is kept in the keyring"))
    #expect(!login.output.contains(Self.key))
    #expect(login.output.hasSuffix("echo: True\n"))
    #expect(try await billing(session).contains("the keyring"))
  }

  @Test func `breaking off leaves the terminal as it was`() async throws {
    let session = try KeyringSession(.none)
    let login = try await session.fazmLinux("login", typing: "\u{3}")
    #expect(login.exitCode == ExitCode.interrupted.rawValue)
    #expect(login.output.hasSuffix("echo: True\n"))
  }

  @Test func `a variable goes before the keyring, and that is said`() async throws {
    let session = try KeyringSession(.unlocked)
    let variables = ["ANTHROPIC_API_KEY": "sk-ant-api03-other"]
    let login = try await session.fazmLinux("login", input: Self.key, adding: variables)
    #expect(login.output.contains("ANTHROPIC_API_KEY is set, and goes before it."))
    #expect(try await billing(session, adding: variables).contains("from ANTHROPIC_API_KEY"))
  }

  @Test(arguments: [
    ("", ExitCode.rejectedKey, "There is no key in what was given"),
    ("two words\n", .rejectedKey, "blanks or special characters"),
    ("gateway-token\n", .rejectedKey, "its keys begin with sk-ant-api"),
    ("sk-ant-admin01-abc\n", .rejectedKey, "its keys begin with sk-ant-api"),
    ("sk-ant-oat01-abc\n", .rejectedKey, "the login of a Claude subscription"),
  ])
  func `what can be no key is not kept`(input: String, code: ExitCode, words: String) async throws {
    let session = try KeyringSession(.unlocked)
    expectFailure(try await session.fazmLinux("login", input: input), code, saying: words)
    #expect(try await session.fazmLinux("logout").output.hasPrefix("No key"))
  }

  @Test(arguments: [[key], ["--", key], ["https://gateway.example", key], ["ftp://gateway.example"]])
  func `a key on the command line is refused and not repeated`(operands: [String]) async throws {
    for command in ["login", "logout"] {
      let run = try await ProgramRun.of(
        Repository.fazmLinux(), [command] + operands, environment: ["HOME": "/nonexistent"], input: Self.key)
      expectFailure(run, .usage, saying: "A key never stands on a command line")
      #expect(!run.errors.contains(Self.key))
    }
  }

  @Test func `a token of an endpoint is not sent in the open`() async throws {
    let session = try KeyringSession(.unlocked)
    let login = try await session.fazmLinux("login", "http://gateway.example", input: "token")
    expectFailure(login, .usage, saying: "A credential is never sent unencrypted")
  }

  @Test func `nothing that keeps secrets`() async throws {
    let session = try KeyringSession(.none)
    let login = try await session.fazmLinux("login", input: Self.key)
    expectFailure(login, .missingKey, saying: "Nothing on this desktop keeps secrets", "ANTHROPIC_API_KEY")
    expectFailure(
      try await session.fazmLinux("logout"), .missingKey, saying: "No keyring runs on this desktop", "start it")
    #expect(try await billing(session).contains("offline"))
  }

  @Test func `no session bus`() async throws {
    let login = try await ProgramRun.of(
      Repository.fazmLinux(), ["login"], environment: ["HOME": "/nonexistent", "PATH": "/nonexistent"], input: Self.key)
    expectFailure(login, .missingKey, saying: "Nothing on this desktop keeps secrets")
  }

  @Test func `a keyring that stays locked`() async throws {
    let session = try KeyringSession(.unlocked)
    #expect(try await session.fazmLinux("login", input: Self.key).exitCode == 0)
    try await session.lock()
    #expect(try await billing(session) == "MISSING billing mode: \(Self.locked)")
    expectFailure(try await session.fazmLinux("login", input: Self.key), .missingKey, saying: Self.locked)
    expectFailure(try await session.fazmLinux("logout"), .missingKey, saying: Self.locked)
  }

  private static let locked =
    "The keyring is locked: unlock it (log in to the desktop, or use its own program), then try again."
}
