import Commands

/// What a task has done with the clipboard: as a means, to bring something elsewhere, or as its end.
package struct ClipboardUse: Sendable, Hashable {
  private var hasCopied = false
  private var hasPastedSince = false

  /// Whether everything that was copied has been pasted, so that what the clipboard held before can come back.
  package var wasMeans: Bool { hasCopied && hasPastedSince }

  mutating func note(_ command: Command) {
    switch command {
    case .key(let chord) where Self.copying.contains("\(chord)".lowercased()):
      (hasCopied, hasPastedSince) = (true, false)
    case .key(let chord) where Self.pasting.contains("\(chord)".lowercased()): hasPastedSince = true
    case .menu(let path, _):
      let title = path.last?.lowercased() ?? ""
      if title.hasPrefix("copy") || title.hasPrefix("cut") { (hasCopied, hasPastedSince) = (true, false) }
      if title.hasPrefix("paste") { hasPastedSince = true }
    default: break
    }
  }

  /// The person may have copied something since.
  mutating func forget() {
    self = ClipboardUse()
  }

  private static let copying: Set<String> = ["ctrl+c", "ctrl+x", "ctrl+insert"]
  private static let pasting: Set<String> = ["ctrl+v", "ctrl+shift+v", "shift+insert"]
}
