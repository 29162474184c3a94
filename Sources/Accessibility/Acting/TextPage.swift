/// A part of a long text.
package struct TextPage: Sendable, Hashable {
  package var text: String
  /// Where the part begins in the whole, in characters.
  package var start: Int
  /// How long the whole is, in characters.
  package var total: Int
}
