import Foundation
import TestSupport

/// A web browser that tests drive, on a profile of its own, without a word to it about accessibility.
enum WebBrowser: String, Sendable, CaseIterable {
  case firefox, chromium

  /// Shows a page until `body` is over.
  func show(
    _ page: String, titled title: String, showing word: String, scaledBy factor: Int = 1,
    _ body: (LiveWindow) async throws -> Void
  ) async throws {
    let desktop = try SharedDesktop.current
    let folder = try TemporaryFolder()
    try folder.add("page.html", content: page)
    try folder.add("profile/user.js", content: Self.firefoxPreferences)
    let address = folder.url.appending(path: "page.html").absoluteString
    let profile = folder.url.appending(path: "profile").path
    try await desktop.withProgram(
      program, arguments(profile: profile) + [address], titled: title, showing: word,
      adding: ["GDK_SCALE": "\(factor)"]
    ) { try await body($0) }
  }

  private var program: String { self == .firefox ? "firefox-esr" : "chromium" }

  private func arguments(profile: String) -> [String] {
    switch self {
    case .firefox: ["--no-remote", "--profile", profile]
    case .chromium:
      [
        "--user-data-dir=" + profile, "--no-first-run", "--no-default-browser-check", "--password-store=basic",
        "--disable-gpu",
        // Chromium refuses to run as root with its sandbox.
      ] + (geteuid() == 0 ? ["--no-sandbox"] : [])
    }
  }

  /// Without them the first start shows pages of its own.
  private static let firefoxPreferences = """
    user_pref("app.normandy.enabled", false);
    user_pref("browser.aboutwelcome.enabled", false);
    user_pref("browser.shell.checkDefaultBrowser", false);
    user_pref("browser.startup.page", 0);
    user_pref("datareporting.policy.dataSubmissionEnabled", false);
    user_pref("termsofuse.bypassNotification", true);
    user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
    """
}
