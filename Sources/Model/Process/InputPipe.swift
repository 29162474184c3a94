import Foundation
import Synchronization

/// The end of a pipe that a child reads from. A queue of its own waits where the child does not read.
final class InputPipe: Sendable {
  private let descriptor: Int32
  private let queue = DispatchQueue(label: "fazm-linux.child-input")
  private let isOpen = Mutex(true)

  /// Takes over the descriptor.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// False where nobody reads any more.
  func write(_ data: Data) async -> Bool {
    await withCheckedContinuation { continuation in
      queue.async { [self] in continuation.resume(returning: isOpen.withLock { $0 } && Self.write(data, to: descriptor))
      }
    }
  }

  /// Ends the child's input, once what was written before has been read.
  func close() {
    queue.async { [self] in
      let wasOpen = isOpen.withLock { isOpen in
        defer { isOpen = false }
        return isOpen
      }
      if wasOpen { Foundation.close(descriptor) }
    }
  }

  private static func write(_ data: Data, to descriptor: Int32) -> Bool {
    withoutBrokenPipeSignal {
      data.withUnsafeBytes { bytes in
        var written = 0
        while written < bytes.count {
          let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
          if count > 0 { written += count } else if errno != EINTR { return false }
        }
        return true
      }
    }
  }

  /// Writing to a pipe that nobody reads would end this program, so the signal is held back on this thread and taken.
  private static func withoutBrokenPipeSignal(_ body: () -> Bool) -> Bool {
    var brokenPipe = sigset_t()
    var previous = sigset_t()
    sigemptyset(&brokenPipe)
    sigaddset(&brokenPipe, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &brokenPipe, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    let succeeded = body()
    if !succeeded {
      var now = timespec()
      sigtimedwait(&brokenPipe, nil, &now)
    }
    return succeeded
  }
}
