import Foundation

extension Desktop {
  /// A program that a test started on a desktop. The desktop ends it, if the test does not.
  package struct RunningProgram: Sendable {
    package let name: String
    package let pid: pid_t
  }

  /// Starts a program of the search path and does not wait for it. What it prints is dropped.
  ///
  /// - Throws: `HarnessError.notInstalled`.
  @discardableResult
  package func launch(
    _ program: String, _ arguments: [String] = [], adding variables: [String: String] = [:]
  ) throws -> RunningProgram {
    let process = Process()
    process.executableURL = try executable(program)
    process.arguments = arguments
    process.environment = environment.merging(variables) { _, new in new }
    process.currentDirectoryURL = home
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.runWithSignalsUnblocked()
    return RunningProgram(name: program, pid: process.processIdentifier)
  }

  /// Runs a program of the search path to its end.
  package func run(
    _ program: String, _ arguments: [String] = [], adding variables: [String: String] = [:], input: String = ""
  ) async throws -> ProgramRun {
    try await ProgramRun.of(
      try executable(program), arguments, environment: environment.merging(variables) { _, new in new }, input: input)
  }

  /// Runs the program that is tested, as a person on this desktop would.
  package func fazmLinux(
    _ arguments: String..., adding variables: [String: String] = [:], input: String = ""
  ) async throws -> ProgramRun {
    try await ProgramRun.of(
      try Repository.fazmLinux(), arguments, environment: environment.merging(variables) { _, new in new },
      input: input)
  }

  /// The desktop's own home folder.
  package var home: URL { URL(filePath: environment["HOME"] ?? "/nonexistent") }

  private func executable(_ program: String) throws -> URL {
    let folders = program.contains("/") ? [""] : (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/" }
    guard let path = folders.map({ $0 + program }).first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw HarnessError.notInstalled(program)
    }
    return URL(filePath: path)
  }
}
