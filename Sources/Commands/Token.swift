/// One piece of a line: a word, or text in quotes.
enum Token: Sendable, Equatable {
  case word(String)
  case text(String)

  /// The piece as it is written in a canonical line.
  var description: String {
    switch self {
    case .word(let word): word
    case .text(let text): Quoting.quote(text)
    }
  }
}
