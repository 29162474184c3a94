import Foundation
import Ledger

/// Where the program keeps its files, by the XDG base directory rules.
enum Locations {
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  static var home: String { environment["HOME"] ?? NSHomeDirectory() }

  static var configuration: String { directory("XDG_CONFIG_HOME", or: "\(home)/.config") + "/config" }

  /// A person's own prices, which win over the table that is built in.
  static var prices: String { directory("XDG_CONFIG_HOME", or: "\(home)/.config") + "/prices.json" }

  /// A file of trusted certificates, where the environment names one.
  static var certificates: String? { environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 } }

  /// Where the ledger is too, and what else outlives a session.
  static var state: String { (LedgerFile.path() as NSString).deletingLastPathComponent }

  /// Nil where the session has no runtime directory.
  static var runtime: String? {
    environment["XDG_RUNTIME_DIR"].map { "\($0)/fazm-linux" }
  }

  /// Whether the windows of this session belong to a Wayland compositor, also where it runs X programs.
  static var isWayland: Bool {
    guard environment["WAYLAND_DISPLAY"]?.isEmpty == false else { return false }
    return environment["XDG_SESSION_TYPE"] == "wayland" || environment["DISPLAY"] == nil
  }

  /// What the session's display is called; nil where there is none.
  static var display: String? { environment[isWayland ? "WAYLAND_DISPLAY" : "DISPLAY"] }

  private static func directory(_ variable: String, or fallback: String) -> String {
    let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? fallback
    return "\(base)/fazm-linux"
  }
}
