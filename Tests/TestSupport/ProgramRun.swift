import Foundation

/// What a program printed, and how it ended.
package struct ProgramRun: Sendable {
  package let output: String
  package let errors: String
  /// The exit code, or 128 and the signal's number, as a shell says it.
  package let exitCode: Int32

  /// Runs a program to its end, without holding up a thread. `meanwhile` is told its process id as soon as it runs.
  ///
  /// - Throws: `HarnessError.tooLong` after `limit`, once the program has been killed; what `meanwhile` throws.
  package static func of(
    _ program: URL, _ arguments: [String] = [], environment: [String: String], in folder: URL? = nil,
    input text: String = "", limit: Duration = .seconds(120), meanwhile: (pid_t) async throws -> Void = { _ in }
  ) async throws -> ProgramRun {
    let scratch = try TemporaryFolder()
    defer { withExtendedLifetime(scratch) {} }
    // Files, not pipes: nothing fills up, and what the program leaves running holds nothing open.
    let inputFile = scratch.url.appending(path: "input")
    let outputFile = scratch.url.appending(path: "output")
    let errorFile = scratch.url.appending(path: "errors")
    try Data(text.utf8).write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder ?? scratch.url
    let input = try FileHandle(forReadingFrom: inputFile)
    let output = try FileHandle(forWritingTo: outputFile)
    let errors = try FileHandle(forWritingTo: errorFile)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.runWithSignalsUnblocked()
    // The program has its own; a process object that is kept alive would hold these open for the whole test run.
    try [input, output, errors].forEach { try $0.close() }

    do {
      try await meanwhile(process.processIdentifier)
    } catch {
      kill(process.processIdentifier, SIGKILL)
      throw error
    }
    let deadline = ContinuousClock.now + limit
    while process.isRunning {
      if ContinuousClock.now > deadline {
        kill(process.processIdentifier, SIGKILL)
        throw HarnessError.tooLong(program.lastPathComponent, limit)
      }
      try await Task.sleep(for: .milliseconds(10))
    }
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return ProgramRun(
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self),
      exitCode: signal + process.terminationStatus)
  }
}
