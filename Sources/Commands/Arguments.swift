/// What stands after the verb of a line, taken piece by piece.
struct Arguments {
  let verb: Verb
  private var taken: [Token] = []
  private var rest: ArraySlice<Token>

  init(verb: Verb, _ tokens: ArraySlice<Token>) {
    self.verb = verb
    self.rest = tokens
  }

  /// What has not been taken, as it was written.
  var remainder: String { rest.map(\.description).joined(separator: " ") }

  var next: Token? { rest.first }

  /// The next piece, if it is a word.
  var nextWord: String? {
    if case .word(let word) = rest.first { word } else { nil }
  }

  @discardableResult
  mutating func take() -> Token? {
    guard let token = rest.popFirst() else { return nil }
    taken.append(token)
    return token
  }

  /// Takes `word`, in any case, where it comes next.
  mutating func takeKeyword(_ word: String) -> Bool {
    guard nextWord?.lowercased() == word else { return false }
    take()
    return true
  }

  // MARK: Refs

  mutating func ref() throws(CommandError) -> Ref {
    switch rest.first {
    case nil: throw .missingRef(verb)
    case .text(let text): throw .notARef(Quoting.quote(text), meant: nil, verb)
    case .word(let word):
      guard let ref = Ref(marked: word) else { throw .notARef(word, meant: Ref(within: word), verb) }
      take()
      return ref
    }
  }

  /// A ref where one comes next, nil where something else or nothing does.
  mutating func optionalRef() -> Ref? {
    guard let ref = nextWord.flatMap({ Ref(marked: $0) }) else { return nil }
    take()
    return ref
  }

  // MARK: Text

  /// Quoted text. `keeping` says which last words of an unquoted text would stand after its quotes.
  mutating func text(
    orEmpty: Bool = false, keeping: (String) -> Bool = { _ in false }
  ) throws(CommandError) -> String {
    switch rest.first {
    case nil: throw .missingText(verb)
    case .word: throw .unquotedText(right: quoted(keeping: keeping))
    case .text(let text):
      guard orEmpty || !text.allSatisfy(\.isWhitespace) else { throw .emptyText(verb) }
      take()
      return text
    }
  }

  /// The line with quotes around what is left of it.
  private func quoted(keeping: (String) -> Bool) -> String {
    var words = rest.map { token in
      switch token {
      case .word(let word), .text(let word): word
      }
    }
    var kept: [String] = []
    while words.count > 1, let last = words.last, keeping(last) { kept.insert(words.removeLast(), at: 0) }
    let text = Quoting.quote(words.joined(separator: " "))
    return ([verb.rawValue] + taken.map(\.description) + [text] + kept).joined(separator: " ")
  }

  // MARK: Numbers

  /// A whole number of at most six digits, where one comes next.
  mutating func optionalNumber(atLeast least: Int = 0) throws(CommandError) -> Int? {
    guard let token = rest.first else { return nil }
    guard case .word(let word) = token, let number = Int(digits: word), number >= least else {
      throw .notANumber(token.description, verb)
    }
    take()
    return number
  }
}

extension Int {
  /// At most six ASCII digits, so that no sum of them can overflow.
  init?(digits: some StringProtocol) {
    guard digits.count <= 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    self.init(digits)
  }
}
