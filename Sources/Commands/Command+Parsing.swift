extension Command {
  /// The command that `line` spells; the whole line is read, or none of it.
  ///
  /// The verb may stand in any case. Text may stand in double, single or curly quotes, with the escapes
  /// `\"`, `\\`, `\n`, `\t`, `\r` and `\u{…}`.
  package static func parse(_ line: some StringProtocol) throws(CommandError) -> Command {
    let tokens = try Lexer.tokens(line)
    guard let first = tokens.first else { throw .empty }
    guard case .word(let word) = first else { throw .unknownVerb(first.description, meant: nil) }
    guard let verb = Verb(word: word) else {
      if let verb = Verb(punctuated: word) { throw .punctuatedVerb(verb) }
      throw .unknownVerb(word, meant: Verb(resembling: word))
    }
    var arguments = Arguments(verb: verb, tokens.dropFirst())
    let command = try command(&arguments)
    guard arguments.next == nil else {
      throw .trailing(arguments.remainder, right: command.description)
    }
    return command
  }

  private static func command(_ arguments: inout Arguments) throws(CommandError) -> Command {
    switch arguments.verb {
    case .click: try click(.click, &arguments)
    case .double: try click(.double, &arguments)
    case .right: try click(.right, &arguments)
    case .middle: try click(.middle, &arguments)
    case .hover: try click(.hover, &arguments)
    case .check: .check(try arguments.ref(), true)
    case .uncheck: .check(try arguments.ref(), false)
    case .type: try type(&arguments)
    case .set: .set(try arguments.ref(), try arguments.text(orEmpty: true))
    case .key: .key(try chord(&arguments))
    case .select: try select(&arguments)
    case .menu: try menu(&arguments)
    case .scroll: try scroll(&arguments)
    case .drag: try drag(&arguments)
    case .window: .window(try arguments.text())
    case .open: .open(try arguments.text())
    case .wait: try wait(&arguments)
    case .gone: try gone(&arguments)
    case .find: .find(try arguments.text())
    case .expand: .expand(try arguments.ref())
    case .read: try read(&arguments)
    case .look: .look(arguments.next == nil ? nil : try arguments.ref())
    case .ask: .ask(try arguments.text())
    case .done: .done(try arguments.text())
    case .fail: .fail(try arguments.text())
    }
  }
}
