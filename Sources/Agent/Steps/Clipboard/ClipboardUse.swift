import Input

/// What a task has done with the clipboard: as a means, to bring something elsewhere, or as its end. Copies are counted,
/// whoever makes them, so that the person's show.
package struct ClipboardUse: Sendable, Equatable {
  /// What the person had copied before the task copied for the first time.
  private(set) var found: ClipboardContent?
  /// What the step that runs now does.
  private var deed: ClipboardDeed?
  /// The count after the task's last copy; nil where it has made none.
  private var lastCopy: Int?
  private var hasPastedSince = false

  /// What is to be put back after this many copies, because everything that the task copied has been pasted; nil where
  /// there is nothing to put back, or the person has copied since.
  func toPutBack(after copies: Int) -> ClipboardContent? {
    lastCopy == copies && hasPastedSince ? found : nil
  }

  /// To be called before a step, after this many copies. What was found is forgotten where the person has copied since.
  mutating func begin(_ deed: ClipboardDeed, after copies: Int) {
    if let lastCopy, lastCopy != copies { self = ClipboardUse() }
    self.deed = deed
  }

  mutating func keep(_ content: ClipboardContent) {
    found = content
  }

  /// To be called after every step. A copy at which the person acted, too, may be theirs.
  mutating func finish(after copies: Int, personHasActed: Bool) {
    switch deed {
    case .copy where personHasActed: self = ClipboardUse()
    case .copy: (lastCopy, hasPastedSince) = (copies, false)
    case .paste: hasPastedSince = true
    case nil: break
    }
    deed = nil
  }
}
