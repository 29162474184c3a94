import Prompts

/// The fixed words of an outline that a reader has to know, by their keys in `Prompts/outline.txt`.
enum OutlineWord: String, CaseIterable, Sendable {
  case window, dialog, incomplete, openMenu, behind, rest
  case more, rows, empty, opaque, stale, texts, characters, password, hidden
  case unchanged, foldedAway, nothingInside
  case found, foundSome, foundNone, foundHidden, foundIn

  private static let phrases = Prompts.outline(Self.self)
  private static let words = Dictionary(uniqueKeysWithValues: allCases.map { ($0, phrases($0)) })
  private static let patterns = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, PhrasePattern(phrases.templates[$0.rawValue] ?? "")) })

  /// The words as they stand, for phrases without places.
  var text: String { Self.words[self] ?? "" }

  /// The values in its places where `text` is this phrase, nil where it is not.
  func values(in text: String) -> [String: String]? { Self.patterns[self]?.values(in: text) }

  func isAll(of text: String) -> Bool { values(in: text) != nil }

  /// The number in its place.
  func count(in text: String) -> Int? { values(in: text)?["count"].flatMap { Int($0) } }
}
