import Foundation

/// A program that runs for this one and talks to it in lines. It has a process group of its own, so that it ends with
/// everything it started; the last reference to it kills it.
final class ChildProcess: Sendable {
  struct Command: Sendable, Hashable {
    /// An absolute path.
    var program: String
    var arguments: [String]
    /// All of it: nothing is added from this program's own.
    var environment: [String: String]
    /// Where it works.
    var folder: String
  }

  enum Ending: Sendable, Hashable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// The lines that it prints, without their newlines; finished when it has ended. For one reader.
  let lines: AsyncStream<Data>
  private let input: InputPipe
  private let life: ProcessLife

  /// Starts a program.
  static func start(_ command: Command) async throws(ChildProcessError) -> ChildProcess {
    let pipes = try ChildPipes()
    let child = ChildProcess(input: InputPipe(pipes.input.writing))
    try await child.life.begin(command, pipes)
    return child
  }

  private init(input: InputPipe) {
    self.input = input
    life = ProcessLife()
    lines = life.lines
  }

  deinit {
    input.close()
    life.signal(SIGKILL)
  }

  /// Gives it a line; false where it has ended or takes no more. Waits while it is not reading.
  func send(_ line: Data) async -> Bool {
    await input.write(line + [UInt8(ascii: "\n")])
  }

  /// How it ended; waits until it has.
  var ending: Ending {
    get async { await life.ending }
  }

  /// The end of what it printed as errors, at most 4 KB.
  var errorText: String { life.errorText }

  /// Tells it that no more input comes, then to end, and at last kills it, each after so long.
  func stop(grace: Duration) async {
    input.close()
    signal(SIGTERM, after: grace)
    signal(SIGKILL, after: grace * 2)
    _ = await ending
  }

  /// Sends a signal to it and all that it started, unless it has ended by then.
  func signal(_ number: Int32, after delay: Duration = .zero) {
    DispatchQueue.global().asyncAfter(deadline: .now() + delay / .seconds(1)) { [life] in life.signal(number) }
  }
}
