import Foundation
import TestSupport
import Testing

@testable import Commands
@testable import FazmLinux
@testable import Outline

/// `--help` and the man page: they need no desktop, and name everything there is.
@Suite struct HelpTests {
  @Test(arguments: Subcommands.all.map(\.name)) func `help of each command`(name: String) async throws {
    let command = try #require(Subcommands.named(name))
    let help = try await run(name.split(separator: " ").map(String.init) + ["--help"])
    #expect(help.exitCode == 0)
    #expect(help.errors.isEmpty)
    #expect(help.output.hasPrefix("Usage:\n  \(command.syntax.command) "))
    for option in command.syntax.options { #expect(help.output.contains("--\(option.long)")) }
  }

  @Test func `help tells every kind of ref and every mark`() async throws {
    let help = try await run("tree", "--help").output
    for kind in Ref.Kind.allCases { #expect(help.contains(" \(kind.rawValue)  ")) }
    let marks: Marks = [.checked, .unsure, .selected, .focused, .disabled]
    for mark in marks.text { #expect(help.contains(" \(mark) ")) }
  }

  @Test func `help tells every exit code`() async throws {
    let help = try await run("--help").output
    for code in ExitCode.allCases { #expect(help.contains("  \(code.rawValue)\t\(code.meaning)\n")) }
    #expect(Set(ExitCode.allCases.map(\.meaning)).count == ExitCode.allCases.count)
  }

  /// Scripts rely on the numbers.
  @Test func `the exit codes stay what they are`() {
    #expect(
      ExitCode.allCases.map(\.rawValue) == [
        0, 1, 2, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 40, 41, 42, 50, 60, 130,
      ])
  }

  @Test func `every event is documented`() {
    #expect(
      EventJSON.meanings.map(\.event) == [
        "start", "waiting", "notice", "warning", "model", "switch", "turn", "outline", "plan", "question", "confirm",
        "pause", "cap", "end",
      ])
  }

  @Test func `the man page names every option, setting and exit code, and renders without a warning`() async throws {
    let page = try await run("--man-page").output
    for (_, command) in Subcommands.all {
      for option in command.syntax.options { #expect(page.contains("\\-\\-\(option.long)")) }
    }
    for code in ExitCode.allCases { #expect(page.contains(".B \(code.rawValue)\n")) }
    for key in Configuration.keys { #expect(page.contains(key)) }
    for (event, meaning) in EventJSON.meanings { #expect(page.contains(".B \(event)\n\(meaning)")) }

    let folder = try TemporaryFolder()
    try folder.add("fazm-linux.1", content: page)
    let man = try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["man", "--warnings", "-l", folder.url.appending(path: "fazm-linux.1").path],
      environment: ProcessInfo.processInfo.environment.merging(["MANPAGER": "cat", "LC_ALL": "C.UTF-8"]) { $1 })
    #expect(man.exitCode == 0)
    #expect(man.errors.isEmpty, "\(man.errors)")
    #expect(man.output.contains("EXIT STATUS"))
  }

  @Test func `the version is told`() async throws {
    #expect(try await run("--version").output == "fazm-linux \(Program.version)\n")
  }

  private func run(_ arguments: String...) async throws -> ProgramRun { try await run(arguments) }

  private func run(_ arguments: [String]) async throws -> ProgramRun {
    try await ProgramRun.of(
      try Repository.fazmLinux(), arguments, environment: ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin"])
  }
}
