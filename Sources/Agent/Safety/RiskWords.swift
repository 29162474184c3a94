/// Judges the words on buttons, menu items and dialogs by what they announce.
enum RiskWords {
  /// What `text` announces, by the whole words in it, in any case and however they are disguised; nil where it is
  /// harmless.
  static func risk(in text: String) -> Risk? {
    // What is overridden to run from right to left reads the other way round.
    let readings = text.unicodeScalars.contains("\u{202E}") ? [text, String(text.reversed())] : [text]
    return readings.lazy.map(ScreenWords.init).compactMap(kind).first.map { Risk($0, text) }
  }

  private static func kind(of words: ScreenWords) -> Risk.Kind? {
    lonePhrases[words] ?? phrases.first { words.contain($0.phrase) }?.kind
  }

  /// Whether it is the name of a button that leads out of a dialog without doing what that asks, alone or for
  /// everything: "Skip", "Skip All". GTK 4 says a name with its mnemonic and then again without: "_Skip Skip".
  static func isRetreat(_ name: String) -> Bool {
    isOne(of: retreats, name) || isRefusal(name)
  }

  /// Whether the button says no, rather than not now.
  static func isRefusal(_ name: String) -> Bool {
    isOne(of: refusals, name)
  }

  /// Whether a button's name tells nothing about what it does.
  static func isGeneric(_ name: String) -> Bool {
    let words = ScreenWords(name)
    return words.isEmpty || generic.contains(words)
  }

  /// Whether a menu's title names a place rather than a deed.
  static func isPlace(_ title: String) -> Bool {
    places.contains(ScreenWords(title))
  }

  /// Whether a dialog asks if something should be saved.
  static func asksToSave(_ text: String) -> Bool {
    let words = ScreenWords(text)
    return saving.contains { $0.each.allSatisfy(words.contain) }
  }

  private static func isOne(of names: [ScreenWords], _ name: String) -> Bool {
    let words = Set(ScreenWords(name).each).subtracting(everything)
    return !words.isEmpty && names.contains { Set($0.each) == words }
  }
}
