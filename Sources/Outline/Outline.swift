/// What the model is shown of a window.
package struct Outline: Sendable, Equatable {
  package var text: String
  /// What the text costs at most, by the public Claude tokenizer.
  package var tokens: Int
  /// True where the window tells nothing, so that only a picture can help.
  package var isOpaque: Bool

  init(text: String, isOpaque: Bool) {
    self.text = text
    self.isOpaque = isOpaque
    tokens = TokenEstimate.tokens(in: text)
  }
}
