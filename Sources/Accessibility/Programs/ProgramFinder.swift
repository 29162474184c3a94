import MessageBus
import Outline

/// Finds the program behind a window, and the window's accessible in it.
struct ProgramFinder {
  let connection: Connection
  let deadline: ContinuousClock.Instant
  /// The time that the deadline allowed, for messages.
  let limit: Duration

  /// A program can be on the bus several times, some of them empty: the one that has the window is taken.
  func find(_ window: Window, popups: [Window]) throws(AccessibilityError) -> (Program, FrameChoice) {
    let list = ApplicationList(connection: connection, deadline: deadline)
    let roots = try list.roots()
    let pids = list.pids(of: roots)
    let own = roots.filter { window.pid != nil && pids[$0.bus] == window.pid }
    // Programs in a sandbox count processes for themselves, so that only the title tells theirs.
    let programs = ProgramReader(connection: connection, deadline: deadline).programs(at: own.isEmpty ? roots : own)
    let found = programs.lazy.compactMap { program in
      FrameChoice(of: program.frames, for: window, popups: popups).map { (program, $0) }
    }
    let best = own.isEmpty ? found.first { $1.window.name == window.title && !window.title.isEmpty } : found.first
    if let best { return best }
    guard !own.isEmpty else { throw .notRegistered(program: window.program, why: MissingTree(of: window.pid)) }
    guard programs.contains(where: \.isResponding) else {
      throw .notResponding(program: window.program, after: limit)
    }
    throw .windowNotFound(program: window.program, title: window.title)
  }
}
