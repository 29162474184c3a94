import Prompts

/// What is wrong with a line, and what would be right.
package enum CommandError: Error, Sendable, Hashable {
  case empty
  /// The first word is no verb; `meant` is the verb that it resembles.
  case unknownVerb(String, meant: Verb?)
  /// Written as a function call: `click(b3)`, `click: b3`.
  case punctuatedVerb(Verb)
  case missingRef(Verb)
  /// Something else stands where a ref should; `meant` is the ref in it, if there is one.
  case notARef(String, meant: Ref?, Verb)
  case missingText(Verb)
  case emptyText(Verb)
  /// Text without quotes; `right` is the line with them.
  case unquotedText(right: String)
  case unclosedQuote
  /// Something follows a closing quote without a space.
  case afterQuote(String)
  case unknownEscape(String)
  case notANumber(String, Verb)
  case notAPoint(String)
  case missingDirection(Verb)
  case unknownDirection(String, meant: Direction?)
  case unknownModifier(String)
  case missingKey
  case unknownKey(String, meant: String?)
  case severalChords(first: String)
  case emptyMenuTitle
  /// `wait 5`: waits for time, not for something.
  case waitsForTime(String)
  case trailing(String, right: String)
}

extension CommandError: CustomStringConvertible {
  package var description: String {
    let phrase = Prompts.commands(Key.self)
    return switch self {
    case .empty: phrase(.empty)
    case .unknownVerb(let word, let meant?): phrase(.resemblingVerb, ["word": word.clipped, "right": meant.form])
    case .unknownVerb(let word, nil): phrase(.unknownVerb, ["word": word.clipped, "verbs": Self.verbs])
    case .punctuatedVerb(let verb): phrase(.punctuatedVerb, ["right": verb.form])
    case .missingRef(let verb): phrase(.missingRef, ["verb": verb.rawValue, "right": verb.form])
    case .notARef(let word, let ref?, _): phrase(.resemblingRef, ["word": word.clipped, "right": "\(ref)"])
    case .notARef(let word, nil, let verb): phrase(.notARef, ["word": word.clipped, "right": verb.form])
    case .missingText(let verb): phrase(.missingText, ["verb": verb.rawValue, "right": verb.form])
    case .emptyText(let verb): phrase(.emptyText, ["verb": verb.rawValue, "right": verb.form])
    case .unquotedText(let right): phrase(.unquotedText, ["right": right])
    case .unclosedQuote: phrase(.unclosedQuote)
    case .afterQuote(let text): phrase(.afterQuote, ["text": text.clipped])
    case .unknownEscape(let escape): phrase(.unknownEscape, ["escape": escape])
    case .notANumber(let word, let verb): phrase(.notANumber, ["word": word.clipped, "right": verb.form])
    case .notAPoint: phrase(.notAPoint)
    case .missingDirection(let verb): phrase(.missingDirection, ["right": verb.form])
    case .unknownDirection(let word, let meant):
      phrase(.unknownDirection, ["word": word.clipped, "right": (meant ?? .down).rawValue])
    case .unknownModifier(let word): phrase(.unknownModifier, ["word": word.clipped])
    case .missingKey: phrase(.missingKey)
    case .unknownKey(let word, let meant?): phrase(.resemblingKey, ["word": word.clipped, "right": meant])
    case .unknownKey(let word, nil): phrase(.unknownKey, ["word": word.clipped])
    case .severalChords(let first): phrase(.severalChords, ["right": first])
    case .emptyMenuTitle: phrase(.emptyMenuTitle)
    case .waitsForTime(let seconds): phrase(.waitsForTime, ["seconds": seconds])
    case .trailing(let text, let right): phrase(.trailing, ["text": text.clipped, "right": right])
    }
  }

  private static var verbs: String { Verb.allCases.map(\.rawValue).joined(separator: " ") }

  /// The sentences in `Prompts/commands.txt`.
  package enum Key: String, CaseIterable, Sendable {
    case empty
    case unknownVerb = "unknown-verb"
    case resemblingVerb = "resembling-verb"
    case punctuatedVerb = "punctuated-verb"
    case missingRef = "missing-ref"
    case notARef = "not-a-ref"
    case resemblingRef = "resembling-ref"
    case missingText = "missing-text"
    case emptyText = "empty-text"
    case unquotedText = "unquoted-text"
    case unclosedQuote = "unclosed-quote"
    case afterQuote = "after-quote"
    case unknownEscape = "unknown-escape"
    case notANumber = "not-a-number"
    case notAPoint = "not-a-point"
    case missingDirection = "missing-direction"
    case unknownDirection = "unknown-direction"
    case unknownModifier = "unknown-modifier"
    case missingKey = "missing-key"
    case unknownKey = "unknown-key"
    case resemblingKey = "resembling-key"
    case severalChords = "several-chords"
    case emptyMenuTitle = "empty-menu-title"
    case waitsForTime = "waits-for-time"
    case trailing
  }
}
