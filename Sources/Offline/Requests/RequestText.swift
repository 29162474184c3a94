/// The words of a request, with what stands in quotes kept whole.
struct RequestText: Sendable {
  struct Word: Sendable, Hashable {
    /// As written, without quotes.
    var text: String
    /// For comparing; nil for what stands in quotes, which is never a word of the language.
    var lowered: String?
    /// What joins it to the word before it.
    var isPunctuation = false
  }

  var words: [Word]

  init(_ text: String) {
    var words: [Word] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if let quoted = Self.quoted(&rest) {
        words.append(Word(text: quoted, lowered: nil))
      } else if first == "," || first == ";" {
        words.append(Word(text: String(first), lowered: String(first), isPunctuation: true))
        rest.removeFirst()
      } else {
        words += Self.plain(&rest)
      }
    }
    self.words = Self.withoutPoliteness(words)
  }

  private init(words: [Word]) {
    self.words = words
  }

  private static func quoted(_ rest: inout Substring) -> String? {
    guard let open = rest.first, let closings = closings[open] else { return nil }
    let inner = rest.dropFirst()
    let end = inner.indices.first { index in
      guard closings.contains(inner[index]) else { return false }
      // An apostrophe inside a word closes nothing.
      let after = inner.index(after: index)
      return after == inner.endIndex || !inner[after].isLetter && !inner[after].isNumber
    }
    guard let end else { return nil }
    rest = inner[inner.index(after: end)...]
    return String(inner[..<end])
  }

  private static let closings: [Character: Set<Character>] = [
    "\"": ["\""], "“": ["”", "“", "\""], "”": ["”"], "„": ["“", "”"], "«": ["»"], "'": ["'"], "‘": ["’", "'"],
    "`": ["`"],
  ]

  private static func plain(_ rest: inout Substring) -> [Word] {
    let word = rest.prefix { !$0.isWhitespace }
    rest = rest[word.endIndex...]
    let bare = word.reversed().drop { ",;".contains($0) }.reversed()
    let marks = word.count - bare.count
    let text = String(bare)
    var words = text.isEmpty ? [] : [Word(text: text, lowered: text.lowercased())]
    if marks > 0 { words.append(Word(text: ",", lowered: ",", isPunctuation: true)) }
    return words
  }

  /// Takes away "please", "can you" and the full stop.
  private static func withoutPoliteness(_ words: [Word]) -> [Word] {
    var words = words
    if let last = words.indices.last, let lowered = words[last].lowered, !lowered.hasSuffix("..") {
      for mark in [".", "!", "?"] where lowered.hasSuffix(mark) && lowered.count > 1 {
        words[last].text.removeLast()
        words[last].lowered?.removeLast()
      }
    }
    for phrase in ["can you", "could you", "would you", "will you", "i want you to", "i would like you to", "now"] {
      let opening = phrase.split(separator: " ").map(String.init)
      if words.prefix(opening.count).map(\.lowered) == opening { words.removeFirst(opening.count) }
    }
    return words.filter { $0.lowered != "please" }
  }

  // MARK: Parts

  subscript(range: Range<Int>) -> RequestText { RequestText(words: Array(words[range])) }

  func dropFirst(_ count: Int) -> RequestText { RequestText(words: Array(words.dropFirst(count))) }

  func prefix(_ count: Int) -> RequestText { RequestText(words: Array(words.prefix(count))) }

  var isEmpty: Bool { words.isEmpty }

  /// All of it as text, as it was written but for its spaces.
  var text: String {
    words.reduce("") { $0 + ($0.isEmpty || $1.isPunctuation ? "" : " ") + $1.text }
  }

  var lowered: [String] { words.map { $0.lowered ?? "\"" } }

  /// True where the first words are those of `phrase`.
  func begins(with phrase: String) -> Bool {
    let wanted = phrase.split(separator: " ").map(String.init)
    return words.count >= wanted.count && zip(words, wanted).allSatisfy { $0.lowered == $1 }
  }

  /// What follows the first of these phrases that it begins with.
  func rest(after phrases: [String]) -> RequestText? {
    phrases.first(where: begins).map { dropFirst($0.split(separator: " ").count) }
  }

  func lastIndex(of words: Set<String>) -> Int? {
    self.words.lastIndex { $0.lowered.map(words.contains) ?? false }
  }

  func firstIndex(of words: Set<String>) -> Int? {
    self.words.firstIndex { $0.lowered.map(words.contains) ?? false }
  }
}
