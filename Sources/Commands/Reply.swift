/// What a model answered: the commands of one contiguous block.
///
/// Thinking, code fences, blank lines, list marks and the back-quotes or asterisks around a line are
/// dropped. Prose may stand before the block or after it. Anything else is an error, and then no
/// command of the reply counts: what follows a line that was not understood was decided on the
/// assumption that it was.
package struct Reply: Sendable, Hashable {
  /// A command and the line of the reply that it stands on, counted from 1.
  package struct Line: Sendable, Hashable {
    package let number: Int
    package let command: Command
  }

  /// What ends a task or hands it back to the user.
  package enum Ending: Sendable, Hashable {
    case done(String)
    case ask(String)
    case fail(String)
  }

  /// All commands in order, never empty.
  package let lines: [Line]

  package var commands: [Command] { lines.map(\.command) }

  /// The commands before the ending. Where there are any, hold the ending back until the model has seen
  /// what became of them.
  package var actions: [Command] { ending == nil ? commands : Array(commands.dropLast()) }

  /// The last command, if it is `done`, `ask` or `fail`.
  package var ending: Ending? { lines.last.flatMap { Ending($0.command) } }

  package static func parse(_ text: String) throws(ReplyError) -> Reply {
    let lines = ReplyText.lines(text)
    guard lines.contains(where: { !$0.isEmpty }) else { throw .empty }
    var block = ReplyBlock()
    for (index, line) in lines.enumerated() {
      try block.add(ReplyLine(line), number: index + 1)
    }
    guard !block.lines.isEmpty else { throw .noCommands }
    return Reply(lines: block.lines)
  }
}

extension Reply.Ending {
  init?(_ command: Command) {
    switch command {
    case .done(let text): self = .done(text)
    case .ask(let text): self = .ask(text)
    case .fail(let text): self = .fail(text)
    default: return nil
    }
  }
}
