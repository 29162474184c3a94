import Prompts

/// The first word of a command.
package enum Verb: String, Sendable, CaseIterable {
  case click, double, right, middle, hover
  case check, uncheck, type, set, key, select, menu, scroll, drag
  case window, open, wait, gone
  case find, expand, read, look
  case ask, done, fail

  /// The verb that `word` spells, in any case.
  init?(word: some StringProtocol) {
    self.init(rawValue: word.lowercased())
  }

  /// How a command with this verb is written, as an example: `click b3`.
  package var form: String { Prompts.commands(Verb.self)(self) }
}
