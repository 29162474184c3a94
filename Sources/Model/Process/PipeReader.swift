import Foundation

/// The end of a pipe that a child prints to.
struct PipeReader {
  /// -1 once nothing more is read from it.
  var descriptor: Int32

  /// So many pieces hold all that can be left in a pipe; whoever still writes more got away from its group.
  static let capacityInPieces = 32

  /// The descriptor stays its owner's to close.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// What is there, in pieces; nil where nothing is, or never will be.
  mutating func read() -> Data? {
    guard descriptor >= 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = Foundation.read(descriptor, &bytes, bytes.count)
    if count > 0 { return Data(bytes.prefix(count)) }
    if count == 0 || (errno != EAGAIN && errno != EINTR) { descriptor = -1 }
    return nil
  }
}

/// Waits for a process and its pipes at once.
enum Poll {
  /// Waits until there is something to read, or the process behind the descriptor has ended, which it tells.
  static func wait(for process: Int32, _ pipes: Int32...) -> Bool {
    var wanted = ([process] + pipes).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&wanted, nfds_t(wanted.count), -1) == -1, errno == EINTR {}
    return wanted[0].revents != 0
  }
}
