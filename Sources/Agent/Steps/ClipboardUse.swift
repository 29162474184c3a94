import Input

/// What a task has done with the clipboard: as a means, to bring something elsewhere, or as its end.
package struct ClipboardUse: Sendable, Equatable {
  /// What it held before the task copied for the first time.
  private(set) var found: ClipboardContent?
  private var hasCopied = false
  private var hasPastedSince = false

  /// What is to be put back, because everything that was copied has been pasted; nil where there is nothing to put back.
  package var toPutBack: ClipboardContent? { hasCopied && hasPastedSince ? found : nil }

  mutating func note(_ deed: ClipboardDeed) {
    switch deed {
    case .copy: (hasCopied, hasPastedSince) = (true, false)
    case .paste: hasPastedSince = true
    }
  }

  mutating func keep(_ content: ClipboardContent) {
    found = content
  }

  /// The person may have copied something since.
  mutating func forget() {
    self = ClipboardUse()
  }
}
