import Foundation

/// The words of a text on the screen without what can hide them from a comparison, but not from a reader: case, wide or
/// styled letters, accents, invisible characters, letters of another alphabet that look the same, and spaces between
/// letters. A mnemonic in brackets, as after names in Chinese, is none of them.
struct ScreenWords: Sendable, Hashable {
  /// The words, with a space before and after each.
  private let text: String
  /// Whether they are of a script that writes words without spaces, or joins endings to them: Chinese, Japanese, Korean.
  private let isUnspaced: Bool

  init(_ text: String) {
    let plain = text.replacing(/[(（][_&]?\p{L}[)）]/, with: "").precomposedStringWithCompatibilityMapping.unicodeScalars
      .filter { scalar in
        !scalar.properties.isDefaultIgnorableCodePoint && scalar.properties.generalCategory != .format && scalar != "_"
      }
    let folded = String(String.UnicodeScalarView(plain))
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .replacing("’", with: "'")
    let words = folded.split { !$0.isLetter && $0 != "'" }.map(Self.inOneAlphabet)
    let isSpaced = words.count > 2 && words.allSatisfy { $0.count == 1 }
    self.init(words: isSpaced ? [words.joined()] : words)
  }

  private init(words: [String]) {
    text = words.isEmpty ? "" : " " + words.joined(separator: " ") + " "
    isUnspaced = text.unicodeScalars.contains { scalar in
      Self.unspacedScripts.contains { $0.contains(scalar.value) }
    }
  }

  private static let unspacedScripts: [ClosedRange<UInt32>] = [
    0x1100...0x11FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF,
  ]

  var isEmpty: Bool { text.isEmpty }

  /// Each by itself.
  var each: [ScreenWords] { text.split(separator: " ").map { ScreenWords(words: [String($0)]) } }

  /// Whether they have `phrase` among them, as whole words where its script has spaces between words.
  func contain(_ phrase: ScreenWords) -> Bool {
    guard phrase.isUnspaced else { return text.contains(phrase.text) }
    return text.contains(phrase.text.dropFirst().dropLast())
  }

  private static func inOneAlphabet(_ word: Substring) -> String {
    guard word.contains(where: \.isASCII) else { return String(word) }
    return String(word.map { lookalikes[$0] ?? $0 })
  }

  private static let lookalikes: [Character: Character] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j", "ԁ": "d",
    "м": "m", "т": "t", "н": "h", "к": "k", "в": "b", "α": "a", "ε": "e", "ι": "i", "ο": "o", "ρ": "p", "τ": "t",
    "υ": "u", "ν": "v", "ɡ": "g", "ı": "i", "ӏ": "l",
  ]
}
