import Accessibility
import Geometry
import Outline
import Screen

/// Follows the focused window from one snapshot to the next.
package struct Observer: Sendable {
  package let desktop: Desktop
  package private(set) var window: Window
  package private(set) var snapshot: Snapshot
  /// What its program had told of changes before the snapshot was taken.
  private(set) var changes: Int
  /// What looking and waiting have taken so far.
  package var spent = Spent()
  /// The whole screen, which a window may reach beyond.
  let screen: Rect
  /// The windows that the task has been in, which it may come back to.
  private var visited: Set<UInt32>
  /// The windows that cannot be read whole, however long it takes.
  private var unreadable: Set<UInt32> = []

  /// How long one snapshot may take.
  package static let snapshotLimit = Duration.seconds(1)
  /// How long the next one may take where one could not be read whole.
  private static let slowLimit = Duration.seconds(8)
  /// How long a program may be too busy to answer.
  private static let patience = Duration.seconds(10)
  /// How long it may take until a window has the focus again after one has closed.
  private static let focusLimit = Duration.seconds(1)

  /// Looks at `window` for the first time.
  package init(desktop: Desktop, window: Window) async throws(ViewError) {
    self.desktop = desktop
    self.window = window
    visited = [window.id]
    changes = await desktop.accessibility.changes(in: window)
    screen = await desktop.windows.desktopBounds
    snapshot = try await Self.snapshot(of: window, on: desktop, isUnreadable: false)
    noteTruncation()
  }

  /// Where commands act now: a step that changes it changes what later steps were decided on.
  package var ground: Ground {
    snapshot.nodes.first { $0.states.contains(.modal) }.map { .dialog($0.id) } ?? .window(window.id)
  }

  /// Looks again, at the window that has the focus now.
  package mutating func observe() async throws(ViewError) {
    let start = desktop.time.now
    defer { spent.observing += desktop.time.now - start }
    window = try await focusedWindow()
    visited.insert(window.id)
    changes = await desktop.accessibility.changes(in: window)
    snapshot = try await Self.snapshot(of: window, on: desktop, isUnreadable: unreadable.contains(window.id))
    noteTruncation()
  }

  private mutating func noteTruncation() {
    if snapshot.isTruncated { unreadable.insert(window.id) } else { unreadable.remove(window.id) }
  }

  /// The window that has the focus, once one has: when a dialog closes, for a moment none does.
  private func focusedWindow() async throws(ViewError) -> Window {
    let end = desktop.time.now + Self.focusLimit
    while true {
      if let window = await followedWindow() { return window }
      guard desktop.time.now < end, !Task.isCancelled else { throw .windowClosed(window.title) }
      await desktop.time.sleep(for: Self.pollInterval)
    }
  }

  /// When the task's window has closed, the focus may have gone to something that is none of its business:
  /// only its own program's windows, and those it has been in, are followed then.
  private func followedWindow() async -> Window? {
    let same = await desktop.windows.window(window.id)
    guard let active = await desktop.windows.activeWindow() else { return same }
    let isOwn = active.pid != nil && active.pid == window.pid
    return same != nil || isOwn || visited.contains(active.id) ? active : nil
  }

  /// A program without a tree gives an empty snapshot: its window can still be looked at and clicked. One that
  /// is busy is waited for.
  private static func snapshot(
    of window: Window, on desktop: Desktop, isUnreadable: Bool
  ) async throws(ViewError) -> Snapshot {
    let end = desktop.time.now + patience
    while true {
      do {
        return try await snapshot(of: window, on: desktop, isPatient: !isUnreadable)
      } catch {
        switch error {
        case .notRegistered, .windowNotFound:
          return Snapshot(application: window.program, toolkit: "", window: window, nodes: [])
        case .notResponding(let program, _):
          guard desktop.time.now < end, !Task.isCancelled else {
            throw .accessibility(.notResponding(program: program, after: patience))
          }
          await desktop.time.sleep(for: pollInterval)
        default:
          throw .accessibility(error)
        }
      }
    }
  }

  /// One look at a window. A program that is slow gets more time, and is taken as far as it was read only when it goes
  /// on being too slow.
  package static func snapshot(
    of window: Window, on desktop: Desktop, isPatient: Bool = true
  ) async throws(AccessibilityError) -> Snapshot {
    let start = desktop.time.now
    let popups = await desktop.windows.popups()
    let snapshot = try await desktop.accessibility.snapshot(of: window, popups: popups, limit: snapshotLimit)
    let isLate = snapshot.isTruncated && desktop.time.now - start >= snapshotLimit
    guard isLate, isPatient, !Task.isCancelled else { return snapshot }
    let popupsNow = await desktop.windows.popups()
    return try await desktop.accessibility.snapshot(of: window, popups: popupsNow, limit: slowLimit)
  }
}

/// How long an observer has worked.
package struct Spent: Sendable {
  /// On its looks at windows, without those while they settled.
  package var observing = Duration.zero
  /// On waiting for windows to settle, with the looks that took.
  package var settling = Duration.zero
}

/// What commands act on. A modal dialog shows in its program's tree before its window has the focus, so that it is
/// the same dialog in both.
package enum Ground: Sendable, Hashable {
  case window(UInt32)
  case dialog(NodeID)
}

/// Why there is no view of the window.
package enum ViewError: Error, Sendable, Equatable {
  case windowClosed(String)
  case accessibility(AccessibilityError)
}
