extension ScreenText {
  /// `text` within limits of characters and tokens, with an ellipsis in its middle where it is longer.
  ///
  /// The end stays, because it holds what tells files apart: a number and the extension.
  static func clip(_ text: String, characters: Int, tokens: Int) -> String {
    guard text.unicodeScalars.count > characters || TokenEstimate.tokens(in: text) > tokens else { return text }
    var kept = min(characters, text.unicodeScalars.count) - 1
    while kept > 1 {
      let clipped = middle(of: text, keeping: kept)
      if TokenEstimate.tokens(in: clipped) <= tokens { return clipped }
      kept = kept * 4 / 5
    }
    return "…"
  }

  /// `text` up to limits of characters and tokens, for prose, where the start matters.
  static func start(of text: String, characters: Int, tokens: Int) -> String {
    guard text.unicodeScalars.count > characters || TokenEstimate.tokens(in: text) > tokens else { return text }
    var kept = min(characters, text.unicodeScalars.count) - 1
    while kept > 1 {
      let clipped = String(text.unicodeScalars.prefix(kept)) + "…"
      if TokenEstimate.tokens(in: clipped) <= tokens { return clipped }
      kept = kept * 4 / 5
    }
    return "…"
  }

  private static func middle(of text: String, keeping kept: Int) -> String {
    let scalars = text.unicodeScalars
    let end = kept * 2 / 5
    return String(scalars.prefix(kept - end)) + "…" + String(scalars.suffix(end))
  }
}
