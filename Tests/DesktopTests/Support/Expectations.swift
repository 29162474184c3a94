import TestSupport
import Testing

@testable import FazmLinux

/// Expects that the program ended with this code and said why in one sentence on standard error, which holds `words`.
func expectFailure(
  _ run: ProgramRun, _ code: ExitCode, saying words: String..., at location: SourceLocation = #_sourceLocation
) {
  #expect(run.exitCode == code.rawValue, "\(run.errors)", sourceLocation: location)
  #expect(run.errors.hasPrefix("fazm-linux: "), sourceLocation: location)
  #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)", sourceLocation: location)
  for word in words {
    #expect(run.errors.contains(word), sourceLocation: location)
  }
}
