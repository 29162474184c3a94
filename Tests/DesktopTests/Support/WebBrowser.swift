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
    let folder = try TemporaryFolder()
    try folder.add("page.html", content: page)
    let address = folder.url.appending(path: "page.html").absoluteString
    try await visit(address, titled: title, showing: word, scaledBy: factor, body)
  }

  /// Shows the page of an address until `body` is over. The desktop entry "Web page" opens it in one more window.
  func visit(
    _ address: String, titled title: String, showing word: String, scaledBy factor: Int = 1,
    _ body: (LiveWindow) async throws -> Void
  ) async throws {
    let desktop = try SharedDesktop.current
    let profile = try TemporaryFolder()
    try profile.add("user.js", content: Self.firefoxPreferences)
    let arguments = arguments(profile: profile.url.path)
    let command = [program] + arguments + ["--new-window", address]
    let entries = desktop.home.appending(path: ".local/share/applications")
    try FileManager.default.createDirectory(at: entries, withIntermediateDirectories: true)
    let entry = "[Desktop Entry]\nType=Application\nName=Web page\nExec=\(command.joined(separator: " "))\n"
    try Data(entry.utf8).write(to: entries.appending(path: "page.desktop"))
    try await desktop.withProgram(
      program, arguments + [address], titled: title, showing: word, adding: ["GDK_SCALE": "\(factor)"]
    ) { try await body($0) }
  }

  private var program: String { self == .firefox ? "firefox-esr" : "chromium" }

  private func arguments(profile: String) -> [String] {
    switch self {
    case .firefox: ["--profile", profile]
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
