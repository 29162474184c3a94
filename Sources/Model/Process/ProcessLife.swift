import CSpawn
import Foundation
import Synchronization

/// A process from its start to its end, with what it prints, watched by a thread of its own.
///
/// The thread starts the process and stays until it has ended, because the kernel ties the process to the thread that
/// started it, and the threads of a pool come and go.
final class ProcessLife: Sendable {
  private struct State {
    /// Nil before the start and after the end.
    var pid: pid_t?
    var ending: ChildProcess.Ending?
    var waiting: [CheckedContinuation<ChildProcess.Ending, Never>] = []
    var errors = Data()
  }

  let lines: AsyncStream<Data>
  private let printed: AsyncStream<Data>.Continuation
  private let state = Mutex(State())

  private static let longestErrors = 4096

  init() {
    (lines, printed) = AsyncStream.makeStream(of: Data.self)
  }

  /// Starts the process, and takes over all ends of the pipes but the one that its input is written to.
  func begin(_ command: ChildProcess.Command, _ pipes: ChildPipes) async throws(ChildProcessError) {
    let started = await withCheckedContinuation { continuation in
      let thread = Thread { [self] in
        let started = Result { () throws(ChildProcessError) in try Spawn.start(command, pipes) }
        pipes.closeChildEnds()
        if case .success(let pid) = started { state.withLock { $0.pid = pid } }
        continuation.resume(returning: started)
        if case .success(let pid) = started { watch(pid, pipes) }
        pipes.closeReadingEnds()
        printed.finish()
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    _ = try started.get()
  }

  /// How it ended; waits until it has.
  var ending: ChildProcess.Ending {
    get async {
      await withCheckedContinuation { continuation in
        let ending = state.withLock { state in
          if state.ending == nil { state.waiting.append(continuation) }
          return state.ending
        }
        if let ending { continuation.resume(returning: ending) }
      }
    }
  }

  var errorText: String { state.withLock { String(decoding: $0.errors, as: UTF8.self) } }

  /// Sends a signal to the whole group, unless the process has ended.
  func signal(_ number: Int32) {
    state.withLock { state in
      if let pid = state.pid { kill(-pid, number) }
    }
  }

  private func watch(_ pid: pid_t, _ pipes: ChildPipes) {
    let process = pidfd_open(pid, 0)
    var output = PipeReader(pipes.output.reading)
    var errors = PipeReader(pipes.errors.reading)
    var splitter = LineSplitter()
    // A kernel that cannot tell when a process ends is one that no process is left alone with.
    var hasEnded = process < 0
    while !hasEnded {
      hasEnded = Poll.wait(for: process, output.descriptor, errors.descriptor)
      if hasEnded { break }
      if let piece = output.read() { print(splitter.lines(adding: piece)) }
      if let piece = errors.read() { keep(piece) }
      if splitter.isTooLong { output.descriptor = -1 }
    }
    // What it started ends with it. It is not reaped yet, so that its number still stands for its group only.
    kill(-pid, SIGKILL)
    close(process)
    for _ in 0..<PipeReader.capacityInPieces {
      if let piece = output.read() { print(splitter.lines(adding: piece)) }
      if let piece = errors.read() { keep(piece) }
    }
    print([splitter.rest].compactMap(\.self))
    reap(pid)
  }

  private func print(_ lines: [Data]) {
    for line in lines { printed.yield(line) }
  }

  private func keep(_ errors: Data) {
    state.withLock { $0.errors = Data(($0.errors + errors).suffix(Self.longestErrors)) }
  }

  private func reap(_ pid: pid_t) {
    let (ending, waiting) = state.withLock { state in
      var status: Int32 = 0
      while waitpid(pid, &status, 0) == -1, errno == EINTR {}
      let signal = status & 0x7F
      let ending: ChildProcess.Ending = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
      let waiting = state.waiting
      (state.pid, state.ending, state.waiting) = (nil, ending, [])
      return (ending, waiting)
    }
    for continuation in waiting { continuation.resume(returning: ending) }
  }
}
