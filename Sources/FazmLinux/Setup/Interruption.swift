import Agent
import Dispatch
import Foundation

/// Ends a task at the first SIGINT, SIGTERM or SIGHUP, and the program at the second.
enum Interruption {
  static func watch<Value: Sendable>(
    _ desktop: Desktop, _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await body() }
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        guard !task.isCancelled else { exit(ExitCode.interrupted.rawValue) }
        task.cancel()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    let result = await task.result
    await desktop.input.releaseEverything()
    return try result.get()
  }
}
