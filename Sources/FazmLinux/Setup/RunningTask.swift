import Agent
import Glibc

/// The one task that may work on this display at a time.
enum RunningTask {
  static func begin(_ request: String) throws -> DisplayLock {
    do {
      return try DisplayLock(directory: directory, display: display, request: request)
    } catch {
      switch error {
      case .taken(let holder):
        let request = holder.map { " (\"\($0.request)\")" } ?? ""
        throw Failure(
          .busy, "Another task works on this display\(request): wait until it is done, or end it with fazm-linux stop.")
      case .notWritable(let path, let reason):
        throw Failure(.usage, "\(path) cannot be written (\(reason)): check XDG_RUNTIME_DIR.")
      }
    }
  }

  /// Asks the task on this display to stop; its request, nil where there is none.
  static func stop() throws -> String? {
    guard let holder = DisplayLock.holder(directory: directory, display: display) else { return nil }
    guard kill(holder.pid, SIGINT) == 0 else {
      throw Failure(.busy, "The task of process \(holder.pid) cannot be stopped: it is not yours.")
    }
    return holder.request
  }

  private static var display: String { Locations.display ?? "" }

  /// Without a runtime directory of the session, one of this user's own.
  private static var directory: String {
    Locations.runtime ?? "/tmp/fazm-linux-\(getuid())"
  }
}
