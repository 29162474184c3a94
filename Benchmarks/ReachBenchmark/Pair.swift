/// What a person asks for in a recorded window, and the accessible that they would use for it.
package struct Pair: Sendable, Codable {
  /// The name of a recorded snapshot.
  package var fixture: String
  /// In a person's words.
  package var request: String
  /// The role and the name, text, label or description of the accessible.
  package var role: String
  package var name: String
  /// The name of an accessible above it, where the others do not tell it.
  package var within: String?
  /// Which of several that answer to all this, counted from 0 in the order of the tree; any of them where it is nil.
  package var nth: Int?
}
