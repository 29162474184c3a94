import Commands
import Testing

/// No toolkit is without a trial of any verb that acts on a window or reads it.
@Suite struct VerbCoverageTests {
  private static let trials: [String: [Trial]] = [
    "Chromium": BrowserVerbTests.trials(in: .chromium),
    "Firefox": BrowserVerbTests.trials(in: .firefox),
    "GTK 3": GTK3VerbTests.trials,
    "GTK 4": GTK4VerbTests.trials,
    "LibreOffice": OfficeVerbTests.trials,
    "Qt 5": QtVerbTests.trials,
  ]

  @Test(arguments: trials.keys.sorted()) func `every verb is tried`(toolkit: String) {
    let wordsOnly: Set<Verb> = [.ask, .done, .fail]
    let tried = Set(Self.trials[toolkit, default: []].map(\.verb))
    #expect(Set(Verb.allCases).subtracting(wordsOnly).subtracting(tried) == [])
  }
}
