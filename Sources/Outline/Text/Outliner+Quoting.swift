extension Outliner {
  /// What a program shows, made harmless and short, in quotes: as it may stand in a sentence to the model.
  package static func quoted(_ text: String) -> String {
    ScreenText.quote(ScreenText.clip(ScreenText.clean(text), characters: 60, tokens: 24))
  }
}
