/// What one line of a reply is.
///
/// A line that parses whole is a command. One that does not is a broken command, rather than prose,
/// when it
/// - begins with a verb in lower case, as the language writes it and as no sentence begins;
/// - begins with a verb in another case, followed by an argument or by nothing, and is not a sentence
///   (`Click b3 to save`, but not `Click the button to continue`, `Wait, I should…` or `Click b3 to save.`);
/// - begins with a verb of another language, and shows nothing but arguments (`press ctrl+s`, `clik b3`);
/// - begins with a back-quoted command and goes on.
///
/// An argument is a ref, a quote, a number, a point or a chord. In doubt a line is a broken command: the
/// model is asked again then, whereas commands around a line that was taken for prose would run without it.
enum ReplyLine: Sendable, Equatable {
  case blank
  case command(Command)
  case broken(CommandError)
  /// Like a line of an outline, or the start of a message.
  case screen
  case prose

  /// - Parameter line: without marks, as `ReplyText` gives it.
  init(_ line: String) {
    if line.isEmpty {
      self = .blank
      return
    }
    do throws(CommandError) {
      self = .command(try Command.parse(line))
    } catch {
      if Self.isAttempt(line, error) {
        self = .broken(error)
      } else if let rest = Self.afterBackQuotedCommand(line) {
        self = .broken(.trailing(rest.text, right: rest.command.description))
      } else {
        self = Self.isScreen(line) ? .screen : .prose
      }
    }
  }

  // MARK: Attempts

  private static func isAttempt(_ line: String, _ error: CommandError) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return false }
    let rest = words.dropFirst()
    if let verb = Verb(word: first) {
      if first == verb.rawValue || error == .unclosedQuote { return true }
      return (rest.first.map(isArgument) ?? true) && !isSentence(line)
    }
    if Verb(punctuated: first) != nil {
      return first.contains("(") || (rest.first.map(isArgument) ?? false)
    }
    let isLowercase = first == first.lowercased()
    return (Verb.isSynonym(first) || (isLowercase && Verb(resembling: first) != nil)) && hasOnlyArguments(line)
  }

  /// A line that ends as prose does.
  private static func isSentence(_ line: String) -> Bool {
    line.last.map { ".:!?".contains($0) } ?? false
  }

  private static func isArgument(_ word: some StringProtocol) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    if Quoting.closing(first) != nil { return true }
    if Ref(marked: word) != nil || word.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ",") }) { return true }
    return word.count > 1 && word.contains("+")
  }

  /// True where what follows the first word is what follows a verb, and more than numbers.
  private static func hasOnlyArguments(_ line: String) -> Bool {
    guard let tokens = try? Lexer.tokens(line).dropFirst() else { return false }
    var isMoreThanNumbers = false
    for token in tokens {
      if case .word(let word) = token {
        if Int(digits: word) != nil { continue }
        let isKnown = isArgument(word) || keywords.contains(word.lowercased()) || KeyNames.keysym(for: word) != nil
        guard isKnown else { return false }
      }
      isMoreThanNumbers = true
    }
    return isMoreThanNumbers
  }

  private static let keywords: Set = ["at", "to", "from", "up", "down", "left", "right", "enter", "gone"]

  private static func afterBackQuotedCommand(_ line: String) -> (command: Command, text: String)? {
    guard line.first == "`" else { return nil }
    let parts = line.dropFirst().split(separator: "`", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let command = try? Command.parse(parts[0]) else { return nil }
    return (command, String(parts[1].drop(while: \.isWhitespace)))
  }

  // MARK: Screens

  private static func isScreen(_ line: String) -> Bool {
    let rest = line.drop { $0 == "~" || $0.isWhitespace }
    let first = rest.prefix { !$0.isWhitespace }
    if Ref(marked: first) != nil || Ref(first.prefix { $0 != "=" }) != nil { return true }
    let lowered = line.lowercased()
    return ["<screen", "</screen", "human:", "user:", "screen:"].contains(where: lowered.hasPrefix)
  }
}
