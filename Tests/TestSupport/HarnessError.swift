/// Why a test could not go on, apart from what it tests.
package enum HarnessError: Error, CustomStringConvertible {
  /// The throw-away desktop did not come up; the text is what its script said.
  case noDesktop(String)
  /// A program did not end in time and was killed.
  case tooLong(String, Duration)
  /// What was waited for did not happen; the picture shows the desktop at that moment.
  case timedOut(waitingFor: String, picture: String)
  /// A program that a test needs is not on the search path.
  case notInstalled(String)
  /// The program that is tested has not been built.
  case notBuilt(String)
  /// A helper of the harness failed; the text is what it said.
  case failed(String)

  package var description: String {
    switch self {
    case .noDesktop(let reason): "The throw-away desktop did not come up: \(reason)"
    case .tooLong(let program, let limit): "\(program) did not end within \(limit) and was killed."
    case .timedOut(let what, let picture): "Waited in vain for \(what). The desktop at that moment: \(picture)"
    case .notInstalled(let program): "\(program) is not installed. Run `Scripts/setup test`."
    case .notBuilt(let path): "There is no program at \(path). Run `swift build` first."
    case .failed(let reason): reason
    }
  }
}
