import Outline

/// What is selected in a window, and since when.
struct Selection: Sendable {
  var items: Set<NodeID>
  var since: ContinuousClock.Instant
}

extension StepRunner {
  /// How long a program may take to act on what it shows as selected: PCManFM takes up a selection five times a second,
  /// and cuts or drags what it took up last.
  private static let selectionTime = Duration.milliseconds(250)

  mutating func noteSelection() {
    let items = observer.snapshot.selectedItems
    if items != selection?.items { selection = Selection(items: items, since: desktop.time.now) }
  }

  /// Waits until the program acts on all that it shows as selected.
  func waitForSelection() async {
    guard let selection else { return }
    let left = selection.since + Self.selectionTime - desktop.time.now
    if left > .zero { await desktop.time.sleep(for: left) }
  }
}

extension Snapshot {
  var selectedItems: Set<NodeID> {
    Set(nodes.lazy.filter { $0.states.contains(.selected) }.map(\.id))
  }
}
