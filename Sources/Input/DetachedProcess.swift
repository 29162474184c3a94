import CSpawn
import Foundation

/// Starts a program that outlives this one: in a session of its own, out of reach of what is sent to the terminal or to
/// a group of processes.
enum DetachedProcess {
  enum Kind { case stream, messages }

  /// The end of a line to its input; nil where it cannot be started. What it prints is dropped.
  static func start(_ program: String, _ arguments: [String], kind: Kind) -> Int32? {
    var ends: [Int32] = [-1, -1]
    let type = kind == .stream ? SOCK_STREAM : SOCK_SEQPACKET
    guard socketpair(AF_UNIX, Int32(type.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else { return nil }
    defer { close(ends[1]) }
    guard let process = spawn(program, arguments, input: ends[1]) else {
      close(ends[0])
      return nil
    }
    reap(process)
    return ends[0]
  }

  /// Left unreaped, it would be found by everyone in this program who waits for the end of any process.
  private static func reap(_ process: pid_t) {
    Thread.detachNewThread {
      while waitpid(process, nil, 0) == -1, errno == EINTR {}
    }
  }

  private static func spawn(_ program: String, _ arguments: [String], input: Int32) -> pid_t? {
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
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program)] + arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var pid: pid_t = 0
    return posix_spawn(&pid, program, &actions, &attributes, &words, environ) == 0 ? pid : nil
  }
}
