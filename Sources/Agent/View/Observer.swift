import Accessibility
import Outline
import Screen

/// Follows the focused window from one snapshot to the next.
package struct Observer: Sendable {
  package let desktop: Desktop
  package private(set) var window: Window
  package private(set) var snapshot: Snapshot
  /// The windows that the task has been in, which it may come back to.
  private var visited: Set<UInt32>

  /// How long one snapshot may take before the program counts as not responding.
  package static let snapshotLimit = Duration.seconds(1)

  /// Looks at `window` for the first time.
  package init(desktop: Desktop, window: Window) async throws(ViewError) {
    self.desktop = desktop
    self.window = window
    visited = [window.id]
    snapshot = try await Self.snapshot(of: window, on: desktop)
  }

  /// Where commands act now: a step that changes it changes what later steps were decided on.
  package var ground: Ground {
    Ground(window: window.id, dialog: snapshot.nodes.first { $0.states.contains(.modal) }?.id)
  }

  /// Looks again, at the window that has the focus now.
  package mutating func observe() async throws(ViewError) {
    window = try await focusedWindow()
    visited.insert(window.id)
    snapshot = try await Self.snapshot(of: window, on: desktop)
  }

  /// When the task's window has closed, the focus may have gone to something that is none of its business:
  /// only its own program's windows, and those it has been in, are followed then.
  private func focusedWindow() async throws(ViewError) -> Window {
    let same = await desktop.windows.window(window.id)
    guard let active = await desktop.windows.activeWindow() else {
      guard let same else { throw .windowClosed(window.title) }
      return same
    }
    let isOwn = active.pid != nil && active.pid == window.pid
    guard same != nil || isOwn || visited.contains(active.id) else { throw .windowClosed(window.title) }
    return active
  }

  /// A program without a tree gives an empty snapshot: its window can still be looked at and clicked.
  private static func snapshot(of window: Window, on desktop: Desktop) async throws(ViewError) -> Snapshot {
    let popups = await desktop.windows.popups()
    do {
      return try await desktop.accessibility.snapshot(of: window, popups: popups, limit: snapshotLimit)
    } catch {
      switch error {
      case .notRegistered, .windowNotFound:
        return Snapshot(application: window.program, toolkit: "", window: window, nodes: [])
      default:
        throw .accessibility(error)
      }
    }
  }
}

/// The window, and the modal dialog in it, that commands act on.
package struct Ground: Sendable, Hashable {
  package var window: UInt32
  package var dialog: NodeID?
}

/// Why there is no view of the window.
package enum ViewError: Error, Sendable, Equatable {
  case windowClosed(String)
  case accessibility(AccessibilityError)
}
