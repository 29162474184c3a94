/// Something that a command would do and nobody can undo.
package struct Risk: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case delete, overwrite, discard, send, pay, leave, erase, uninstall
  }

  package var kind: Kind
  /// The words on the screen that say so.
  package var words: String

  package init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}
