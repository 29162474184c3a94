/// What can go wrong between this program and the programs it reads.
package enum AccessibilityError: Error, Equatable, CustomStringConvertible {
  /// The session bus cannot be reached; the text is the bus library's reason.
  case noSessionBus(String)
  /// The session has no accessibility bus, or it cannot be reached.
  case noAccessibilityBus(String)
  /// The program that owns the window is not on the accessibility bus.
  case notRegistered(program: String, why: MissingTree)
  /// The program is on the accessibility bus, but none of its windows there is the one that was asked for.
  case windowNotFound(program: String, title: String)
  /// The program did not answer in time.
  case notResponding(program: String, after: Duration)
  /// The accessible no longer exists.
  case gone
  /// The accessible does not offer what was asked of it.
  case unsupported(String)
  /// The program declined what was asked of it.
  case refused(String)

  package var description: String {
    switch self {
    case .noSessionBus(let reason):
      "There is no D-Bus session bus (\(reason)): run fazm-linux inside a desktop session."
    case .noAccessibilityBus(let reason):
      "There is no accessibility bus (\(reason)): install the package at-spi2-core and log in again."
    case .notRegistered(let program, let why): "\(program) \(why.sentence)"
    case .windowNotFound(let program, let title):
      "\(program) does not expose its window \"\(title)\" to accessibility: bring the window to the front and try again."
    case .notResponding(let program, let duration):
      "\(program) did not answer within \(duration): wait until it is no longer busy and try again."
    case .gone:
      "The element is gone: look at the window again."
    case .unsupported(let what):
      "The element does not support \(what): use the mouse or the keyboard instead."
    case .refused(let what):
      "The program refused \(what): use the mouse or the keyboard instead."
    }
  }
}

extension AccessibilityError {
  /// False where a person can do nothing about it, because the program has no accessibility at all.
  package var canBeMended: Bool {
    if case .notRegistered(_, let why) = self { return why.canBeMended }
    return true
  }
}
