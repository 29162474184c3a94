import Agent
import Outline

/// The refs that `tree` and `act` share.
enum KeptRefs {
  private static var store: RefStore? {
    guard let directory = Locations.runtime, let display = Locations.display else { return nil }
    return RefStore(directory: directory, display: display)
  }

  static func load() -> RefStore.Entry? {
    store?.load()
  }

  /// The refs kept for this window; none where the last were of another.
  static func refs(of window: Window) -> RefTable {
    guard let entry = load(), entry.isFor(window) else { return RefTable() }
    return entry.refs
  }

  static func save(_ refs: RefTable, of window: Window) throws {
    guard let store else {
      throw Failure(.usage, "Refs cannot be kept: XDG_RUNTIME_DIR is not set. Log in to a session that sets it.")
    }
    do {
      try store.save(RefStore.Entry(window: window, refs: refs))
    } catch {
      throw Failure(.usage, "Refs cannot be kept in \(Locations.runtime ?? ""): \(error.localizedDescription)")
    }
  }
}
