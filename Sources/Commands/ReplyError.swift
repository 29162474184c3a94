import Prompts

/// Why no command of a reply was taken. Line numbers count from 1.
package enum ReplyError: Error, Sendable, Hashable {
  /// Nothing is in the reply, or nothing but thinking.
  case empty
  /// There is text, but no command.
  case noCommands
  case line(Int, CommandError)
  /// Commands, prose, and commands again.
  case secondBlock(prose: Int, commands: Int)
  /// After the commands the model goes on with a screen that it made up.
  case inventedScreen(Int)
  case afterEnding(Int, Verb)
}

extension ReplyError: CustomStringConvertible {
  package var description: String {
    let phrase = Prompts.commands(Key.self)
    return switch self {
    case .empty: phrase(.empty)
    case .noCommands: phrase(.noCommands)
    case .line(let number, let error): phrase(.line, ["line": "\(number)", "problem": "\(error)"])
    case .secondBlock(let prose, let commands):
      phrase(.secondBlock, ["line": "\(prose)", "commands": "\(commands)"])
    case .inventedScreen(let number): phrase(.inventedScreen, ["line": "\(number)"])
    case .afterEnding(let number, let verb): phrase(.afterEnding, ["line": "\(number)", "verb": verb.rawValue])
    }
  }

  /// The sentences in `Prompts/commands.txt`.
  package enum Key: String, CaseIterable, Sendable {
    case empty = "reply-empty"
    case noCommands = "no-commands"
    case line = "bad-line"
    case secondBlock = "second-block"
    case inventedScreen = "invented-screen"
    case afterEnding = "after-ending"
  }
}
