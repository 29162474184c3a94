import Foundation

/// A program that a test writes, to be started by another program.
package enum Script {
  /// Writes it at `file`, and makes the folder where there is none.
  ///
  /// A process of its own does: what has a file open for writing cannot have it run, and each program that another
  /// thread starts at that moment has it open too, until it is another program.
  package static func write(_ text: String, at file: URL) async throws {
    let run = try await ProgramRun.of(
      URL(filePath: "/usr/bin/install"), ["-D", "--mode=755", "/dev/stdin", file.path],
      environment: ProcessInfo.processInfo.environment, input: text)
    guard run.exitCode == 0 else { throw HarnessError.failed(run.errors) }
  }
}
