import CSpawn
import Foundation

/// Starts a program without a shell.
///
/// Foundation's Process would pass on the blocked signals of whichever thread it is called on, so that the program could
/// not be told to end, and open descriptors.
enum Spawn {
  /// The new process, the leader of its own group; throws where there is no such program or no room.
  static func start(_ command: ChildProcess.Command, _ pipes: ChildPipes) throws(ChildProcessError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes.input.reading, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.errors.writing, STDERR_FILENO)
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    posix_spawn_file_actions_addchdir_np(&actions, command.folder)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let words = dyingWithItsParent + [command.program] + command.arguments
    let program = words[0]
    let environment = command.environment.map { "\($0.key)=\($0.value)" }
    var pid: pid_t = 0
    let code = withCStrings(words) { words in
      withCStrings(environment) { environment in
        posix_spawn(&pid, program, &actions, &attributes, words, environment)
      }
    }
    guard code == 0 else { throw ChildProcessError(code: code) }
    return pid
  }

  /// What makes the kernel kill the program when the thread that started it is gone, where util-linux has it. It
  /// replaces itself with the program.
  private static let dyingWithItsParent: [String] = {
    let path = "/usr/bin/setpriv"
    return access(path, X_OK) == 0 ? [path, "--pdeathsig", "KILL", "--"] : []
  }()

  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
    for (place, text) in texts.enumerated() { pointers[place] = strdup(text) }
    pointers[texts.count] = nil
    defer {
      for place in texts.indices { free(pointers[place]) }
      pointers.deallocate()
    }
    return body(pointers)
  }
}
