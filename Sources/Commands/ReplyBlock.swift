/// Gathers the commands of a reply line by line and holds them to one block.
struct ReplyBlock {
  private(set) var lines: [Reply.Line] = []
  /// The first line of prose after the block.
  private var after: Int?

  mutating func add(_ line: ReplyLine, number: Int) throws(ReplyError) {
    switch line {
    case .blank: return
    case .command(let command): try add(command, number: number)
    case .broken(let error): throw .line(number, error)
    case .screen where !lines.isEmpty: throw .inventedScreen(number)
    case .screen, .prose:
      if !lines.isEmpty, after == nil { after = number }
    }
  }

  private mutating func add(_ command: Command, number: Int) throws(ReplyError) {
    if let after { throw .secondBlock(prose: after, commands: number) }
    if let last = lines.last, Reply.Ending(last.command) != nil {
      throw .afterEnding(number, last.command.verb)
    }
    lines.append(Reply.Line(number: number, command: command))
  }
}
