import Concurrency
import Outline

/// Reads other programs through the accessibility bus, and acts on them.
package actor Accessibility {
  private nonisolated let executor = QueueExecutor(label: "accessibility")
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private let connection: Connection

  /// Connects to the accessibility bus of this session and asks programs to register with it.
  package static func connect() async throws(AccessibilityError) -> Accessibility {
    try await Accessibility()
  }

  private init() async throws(AccessibilityError) {
    connection = try AccessibilityBus.connect()
  }

  /// Every program on the accessibility bus. One that hangs is listed as not responding.
  package func applications() throws(AccessibilityError) -> [Application] {
    try ApplicationList(connection: connection, deadline: .now + .milliseconds(500)).applications()
  }

  /// What `window` shows now, with the popups that are open above it (override-redirect windows).
  ///
  /// After `limit` it is returned as far as it was read, marked as truncated.
  package func snapshot(
    of window: Window, popups: [Window] = [], limit: Duration = .seconds(1)
  ) throws(AccessibilityError) -> Snapshot {
    try SnapshotReader(connection: connection, window: window, popups: popups, limit: limit).snapshot()
  }
}
