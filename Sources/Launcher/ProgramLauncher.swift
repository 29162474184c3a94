/// Starts programs and opens files.
package protocol ProgramLauncher: Sendable {
  /// Starts the program that a person calls `name`, or opens the file at the path `name`. Does not wait for a window.
  func launch(_ name: String) async throws(LaunchError)
}

/// Why nothing was started.
package enum LaunchError: Error, Sendable, Hashable {
  /// No installed program is called so, and no file is there.
  case unknownProgram(String)
  /// The desktop could not start it; the reason in its words.
  case failed(String)
}
