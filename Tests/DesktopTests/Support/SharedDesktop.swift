import Foundation
import TestSupport
import Testing

/// Gives a suite one desktop for all of its tests, with a window on it that none of them closes.
struct SharedDesktop: SuiteTrait, TestScoping {
  @TaskLocal private static var running: Desktop?

  /// The desktop of the suite that the calling test belongs to.
  static var current: Desktop { get throws { try #require(running, "The suite has no .desktop trait.") } }

  /// On a machine that does too much at once, programs answer too late to be read whole.
  private static let slots = Slots(ProcessInfo.processInfo.activeProcessorCount)

  enum Content: Sendable { case empty, dialog }

  fileprivate let content: Content

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await Self.slots.use { [content] in
      try await Desktop.run { desktop in
        if content == .dialog {
          try desktop.launch("zenity", ["--entry", "--title=Sign up", "--text=Name"])
          try await desktop.waitForFocus("Sign up")
        }
        try await Self.$running.withValue(desktop) { try await function() }
      }
    }
  }
}

extension Trait where Self == SharedDesktop {
  /// A desktop without windows.
  static var desktop: Self { SharedDesktop(content: .empty) }
  /// A desktop where a dialog “Sign up” has the focus. It has an entry “Name” and the buttons OK and Cancel.
  static var desktopWithDialog: Self { SharedDesktop(content: .dialog) }
}
