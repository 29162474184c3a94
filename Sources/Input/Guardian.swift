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
      line = DetachedProcess.start(program, [Self.option, display], kind: .messages)
      hasFailed = line == nil
    }
    guard let line else { return }
    let message = Array("\(held)".utf8)
    _ = send(line, message, message.count, Int32(MSG_NOSIGNAL))
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
