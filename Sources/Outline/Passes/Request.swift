/// The words of what the user asked for, and words that programs use for the same.
struct Request: Sendable, Hashable {
  private let words: Set<String>
  private let related: Set<String>

  init(_ text: String) {
    let told = Self.words(of: text)
    // What a person writes as two words, a program may write as one: "upper case" is "Uppercase".
    let joined = zip(told, told.dropFirst()).map { Self.stem($0 + $1) }
    let words = Set(told + joined).subtracting(Self.common)
    self.words = words
    let groups = Synonyms.groups.filter { !$0.isDisjoint(with: words) }
    related = groups.reduce(into: Set()) { $0.formUnion($1) }.subtracting(words)
  }

  /// True where it says nothing that a name could answer to.
  var isEmpty: Bool { words.isEmpty }

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

  /// The request's own words that a text holds.
  func ownWords(in text: String) -> Set<String> {
    words.isEmpty || text.isEmpty ? [] : words.intersection(Self.words(of: text))
  }

  func matches(_ text: String) -> Matches {
    guard !words.isEmpty, !text.isEmpty else { return Matches() }
    let found = Set(Self.words(of: text))
    return Matches(own: found.intersection(words).count, related: found.intersection(related).count)
  }

  /// How well the name of a control answers, with the menus above it; 0 where it does not.
  ///
  /// Its own words count most, those of its menus a little, and what it says besides counts against it.
  /// Words such as "file" stand in too many names to say much.
  func closeness(of name: String, in place: String = "") -> Int {
    let said = Set(Self.words(of: name))
    let own = said.intersection(words)
    let alike = said.intersection(related).subtracting(Synonyms.files)
    guard !own.isEmpty || !alike.isEmpty else { return 0 }
    let around = matches(place)
    let vague = own.intersection(Synonyms.files).count
    let rest = said.count - own.count - alike.count
    return (own.count - vague) * 100 + vague * 50 + alike.count * 60 + min(around.own, 1) * 60 - rest * 8
  }

  /// Lower-case words without endings, so that "files" finds "File", and numbers without zeros before them.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { stem(String($0)) }
  }

  private static func stem(_ word: String) -> String {
    // File 7 may be called 007.
    if word.first == "0", word.count > 1, let number = Int(word) { return "\(number)" }
    for ending in ["ing", "ies", "es", "ed", "s", "e"] where word.count > ending.count + 3 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let common = Set(
    words(
      of: """
        a an the this that these those it its my your all into to in on of for from with and or is are be by at as
        please can you me i want would like make do so then called named name s t
        """))
}
