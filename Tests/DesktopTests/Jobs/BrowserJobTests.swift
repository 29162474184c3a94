import Foundation
import TestSupport
import Testing

@Suite(.desktop, .serialized) struct BrowserJobTests {
  enum WebBrowser: String, CaseIterable {
    case firefox = "firefox-esr"
    case chromium

    func title(of page: String) -> String {
      switch self {
      case .firefox: "\(page) — Mozilla Firefox"
      case .chromium: "\(page) - Chromium"
      }
    }

    /// What keeps a new profile from asking and advertising. Without a sandbox Chromium runs as root too.
    func arguments(for address: String, profile: TemporaryFolder) throws -> [String] {
      switch self {
      case .firefox:
        try profile.add(
          "user.js",
          content: """
            user_pref("browser.aboutwelcome.enabled", false);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            """)
        return ["--no-remote", "--profile", profile.url.path, address]
      case .chromium:
        let folder = "--user-data-dir=\(profile.url.path)"
        return [folder, "--no-sandbox", "--no-first-run", "--password-store=basic", address]
      }
    }
  }

  @Test(arguments: WebBrowser.allCases) func `a form is filled in and submitted`(browser: WebBrowser) async throws {
    let desktop = try SharedDesktop.current
    let server = try FormServer()
    let profile = try TemporaryFolder()
    let job = Job(
      request: "book a double room with half board for Ann Smith, ann@example.org; a pet comes along; wish for quiet",
      replies: [
        """
        set {{e of Full name}} "Ann Smith"
        set {{e of E-mail}} "ann@example.org"
        select {{o of Room}} "Double"
        click {{r of Half board}}
        check {{c of I bring a pet}}
        set {{e of Wishes}} "Quiet, please – über dem Hof"
        click {{b of Book}}
        wait "Thank you"
        """,
        "done \"The room is booked.\"",
      ])
    let arguments = try browser.arguments(for: server.address, profile: profile)
    try await job.run(
      in: browser.title(of: "Book a room"), of: browser.rawValue, arguments, showing: "Full name", on: desktop)
    let booking = [
      "name": "Ann Smith", "mail": "ann@example.org", "room": "Double", "board": "half", "pet": "yes",
      "wishes": "Quiet, please – über dem Hof",
    ]
    #expect(try server.submissions() == [booking])
  }
}
