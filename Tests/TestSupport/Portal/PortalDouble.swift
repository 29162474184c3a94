import Foundation

/// A RemoteDesktop portal on a desktop's session bus that answers what a test wants, and tells what it was asked.
package struct PortalDouble: Sendable {
  private let record: URL

  /// Starts one, with the options of the script `portal-double`, and waits until it can be asked.
  package static func start(on desktop: Desktop, _ options: [String] = []) async throws -> PortalDouble {
    let double = PortalDouble(record: desktop.home.appending(path: "portal"))
    let script = Repository.root.appending(path: "Tests/TestSupport/Portal/portal-double")
    try desktop.launch(script.path, [double.record.path] + options)
    try await desktop.waitUntil("the portal's double") { double.lines.first == "ready" }
    return double
  }

  /// What it was asked so far.
  package var asked: [String] { Array(lines.dropFirst()) }

  private var lines: [String] {
    ((try? String(contentsOf: record, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
  }
}
