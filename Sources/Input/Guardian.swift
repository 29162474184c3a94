import CSpawn
import Glibc
import X11

/// A small process that outlives this one, however that ends, and then lets go of what it held down: the X server goes
/// on pressing the keys of a client that was killed.
final class Guardian {
  /// The option with which a program becomes a guardian: its input is then the other end of the line.
  static let option = "--guardian"

  /// What this process may hold, at the most; empty once the server has been told to let go of it all.
  var held = HeldInput() {
    didSet { if held != oldValue { tell() } }
  }

  private let program: String
  private let display: String
  private var line: Int32?
  private var hasFailed = false

  /// `program` has to run ``stand(on:display:)`` when it is started with ``option`` and the display's name.
  init(program: String, display: String) {
    self.program = program
    self.display = display
  }

  deinit {
    if let line { close(line) }
  }

  /// Starts the process with the first thing that is held; without one, nothing is lost but the safety net.
  private func tell() {
    if line == nil, !hasFailed {
      line = start()
      hasFailed = line == nil
    }
    guard let line else { return }
    let message = Array("\(held)".utf8)
    _ = send(line, message, message.count, Int32(MSG_NOSIGNAL))
  }

  /// This process's end of the line; nil where the guardian cannot be started.
  private func start() -> Int32? {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_SEQPACKET.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    defer { close(ends[1]) }
    guard spawn(input: ends[1]) else {
      close(ends[0])
      return nil
    }
    return ends[0]
  }

  /// In a session of its own, out of reach of what is sent to the terminal or to a group of processes.
  private func spawn(input: Int32) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSID))
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(Self.option), strdup(display), nil]
    defer { for word in words { free(word) } }
    var pid: pid_t = 0
    return posix_spawn(&pid, program, &actions, &attributes, &words, environ) == 0
  }
}

/// The guardian's own side.
package enum GuardianProcess {
  /// The display to stand guard on, where these are the arguments of a guardian; else nil.
  package static func display(in arguments: [String]) -> String? {
    arguments.count == 2 && arguments[0] == Guardian.option ? arguments[1] : nil
  }

  /// Returns once the other end of standard input is gone and what it held has been let go of.
  package static func stand(on display: String) {
    var held = HeldInput()
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(STDIN_FILENO, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      held = HeldInput(String(decoding: buffer[..<count], as: UTF8.self)) ?? held
    }
    guard held != HeldInput(), let connection = XConnection(display: display) else { return }
    held.takeBack(on: connection)
  }
}
