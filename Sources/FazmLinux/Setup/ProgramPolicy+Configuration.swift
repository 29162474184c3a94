import Agent
import Outline
import Settings

extension ProgramPolicy {
  /// What the settings `allow` and `deny` of the configuration file say.
  init(_ configuration: KeyFile) {
    self.init(allowed: Self.names(configuration.values["allow"]), denied: Self.names(configuration.values["deny"]))
  }

  private static func names(_ list: String?) -> [String] {
    (list ?? "").split { $0 == "," || $0 == ";" }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Refuses a window of a program that is closed, and says how to open it.
  func check(_ window: Window) throws {
    guard !allows(window) else { return }
    let remedy =
      denies(window)
      ? "take it out of deny in \(Locations.configuration)"
      : "open it with: allow = \(window.program) in \(Locations.configuration)"
    throw Failure(.denied, "\(window.program) is closed to tasks; \(remedy).")
  }
}
