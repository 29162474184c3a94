import Foundation
import TestSupport
import Testing

/// The outline of every program that the tests drive takes at most 200 tokens.
@Suite(.desktop, .serialized) struct OutlineBudgetTests {
  @Test(arguments: [
    ("Sign up", "zenity", ["--forms", "--title=Sign up", "--add-entry=Name", "--add-password=Password"]),
    ("Pick", "zenity", ["--list", "--title=Pick", "--column=Fruit", "--column=Price", "apple", "1", "pear", "2"]),
    ("Open", "zenity", ["--file-selection", "--title=Open"]),
    ("home", "pcmanfm", []),
    ("home - Thunar", "thunar", []),
    ("Untitled 1 - Mousepad", "mousepad", []),
  ])
  func `within 200 tokens`(title: String, program: String, arguments: [String]) async throws {
    let desktop = try SharedDesktop.current
    try await desktop.withWindow(title, of: program, arguments) { _ in
      let run = try await desktop.fazmLinux("tree")
      #expect(run.exitCode == 0)
      try await expect(run.output.trimmingCharacters(in: .newlines), within: 200)
    }
  }
}
