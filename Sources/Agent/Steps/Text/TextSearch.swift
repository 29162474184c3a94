/// Finds a stretch of text by its words. Places are counted in characters as accessibility counts them, which are
/// Unicode scalars.
package enum TextSearch {
  /// Where `phrase` stands in `text`: where it is whole words if it is anywhere, and as it is written if it is anywhere.
  package static func ranges(of phrase: String, in text: String) -> [Range<Int>] {
    let exact = matches(Array(phrase.unicodeScalars), in: Array(text.unicodeScalars))
    return exact.isEmpty ? matches(folded(phrase), in: folded(text)) : exact
  }

  package static func text(in range: Range<Int>, of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
  }

  private static func matches(_ phrase: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard !phrase.isEmpty, phrase.count <= text.count else { return [] }
    let ranges = (0...text.count - phrase.count).map { $0..<$0 + phrase.count }.filter {
      text[$0].elementsEqual(phrase)
    }
    let words = ranges.filter { !isWithinWord($0.lowerBound, text) && !isWithinWord($0.upperBound, text) }
    return words.isEmpty ? ranges : words
  }

  /// Whether a word goes on across `place`.
  private static func isWithinWord(_ place: Int, _ text: [Unicode.Scalar]) -> Bool {
    place > 0 && place < text.count
      && [text[place - 1], text[place]].allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
  }

  /// In lower case, as far as that leaves each character in its place.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      return lower.count == 1 ? lower.first ?? scalar : scalar
    }
  }
}
