import Commands
import Testing

/// A reply as a model may write it, and what must come of it.
struct ReplyExample: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable, Equatable {
    /// The canonical lines of its commands.
    case commands([String])
    case error(ReplyError)
  }

  let name: String
  let text: String
  let outcome: Outcome

  var testDescription: String { name }

  static func good(_ name: String, _ text: String, _ commands: String...) -> ReplyExample {
    ReplyExample(name: name, text: text, outcome: .commands(commands))
  }

  static func bad(_ name: String, _ text: String, _ error: ReplyError) -> ReplyExample {
    ReplyExample(name: name, text: text, outcome: .error(error))
  }

  /// What the parser makes of `text`.
  static func outcome(_ text: String) -> Outcome {
    do throws(ReplyError) {
      return .commands(try Reply.parse(text).commands.map(\.description))
    } catch {
      return .error(error)
    }
  }
}
