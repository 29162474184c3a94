/// The words of what the user asked for, and words that programs use for the same.
struct Request: Sendable, Hashable {
  private let words: Set<String>
  private let related: Set<String>

  init(_ text: String) {
    let words = Set(Self.words(of: text)).subtracting(Self.common)
    self.words = words
    let groups = Synonyms.groups.filter { !$0.isDisjoint(with: words) }
    related = groups.reduce(into: Set()) { $0.formUnion($1) }.subtracting(words)
  }

  /// True where what a list shows is what the request is about.
  var isAboutFiles: Bool { !words.union(related).isDisjoint(with: Synonyms.files) }

  /// How many words of a text are the request's own, and how many mean the same as one of them.
  struct Matches: Sendable, Hashable {
    var own = 0
    var related = 0

    static func + (one: Matches, other: Matches) -> Matches {
      Matches(own: one.own + other.own, related: one.related + other.related)
    }

    var isEmpty: Bool { own == 0 && related == 0 }
  }

  func matches(_ text: String) -> Matches {
    guard !words.isEmpty, !text.isEmpty else { return Matches() }
    let found = Set(Self.words(of: text))
    return Matches(own: found.intersection(words).count, related: found.intersection(related).count)
  }

  /// Lower-case words without endings, so that "files" finds "File".
  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { stem(String($0)) }
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ing", "ies", "es", "ed", "s", "e"] where word.count > ending.count + 3 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let common = Set(
    words(
      of: """
        a an the this that these those it its my your all into to in on of for from with and or is are be by at as
        please can you me i want would like make do so then called named name
        """))
}
