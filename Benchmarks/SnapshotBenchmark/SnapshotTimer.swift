import Accessibility
import Outline
import Screen

/// Takes snapshots of windows and says how long each took.
struct SnapshotTimer {
  let screen: Screen
  let accessibility: Accessibility

  func reading(of id: UInt32, limit: Duration) async -> Reading {
    guard let window = await screen.window(id) else { return Reading(error: "the window is gone") }
    let popups = await screen.popups()
    let start = ContinuousClock.now
    do throws(AccessibilityError) {
      let snapshot = try await accessibility.snapshot(of: window, popups: popups, limit: limit)
      let duration = ContinuousClock.now - start
      return Reading(
        milliseconds: duration / .milliseconds(1), nodes: snapshot.nodes.count, isTruncated: snapshot.isTruncated)
    } catch {
      return Reading(milliseconds: (ContinuousClock.now - start) / .milliseconds(1), error: "\(error)")
    }
  }
}
