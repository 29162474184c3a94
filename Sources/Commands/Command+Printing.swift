extension Command: CustomStringConvertible {
  /// The command as one canonical line, which parses back to the same command.
  package var description: String { line { Quoting.quote($0) } }

  /// The line for ledgers and logs: no text that was typed, that a person said or that stood on the
  /// screen is in it, only how long it was.
  package var redactedDescription: String {
    if case .key(let chord) = self, chord.isTyping { return "\(verb.rawValue) (1 character)" }
    return line { "(\($0.count) \($0.count == 1 ? "character" : "characters"))" }
  }

  private func line(_ quote: (String) -> String) -> String {
    ([verb.rawValue] + arguments(quote)).joined(separator: " ")
  }

  private func arguments(_ quote: (String) -> String) -> [String] {
    switch self {
    case .click(_, let target, let modifiers): target.words + modifiers.map { "+" + $0.rawValue }
    case .check(let ref, _), .expand(let ref): ["\(ref)"]
    case .type(let ref, let text, let enter): ref.words + [quote(text)] + (enter ? ["enter"] : [])
    case .set(let ref, let text), .select(.named(let text, let ref)): ["\(ref)", quote(text)]
    case .key(let chord): ["\(chord)"]
    case .select(.items(let refs)): refs.map(\.description)
    case .menu(let titles, let ref): ref.words + [quote(titles.joined(separator: " > "))]
    case .scroll(let ref, let direction, .clicks(let count)): ref.words + [direction.rawValue, "\(count)"]
    case .scroll(let ref, let direction, .until(let text)): ref.words + [direction.rawValue, quote(text)]
    case .drag(let refs, let destination): refs.map(\.description) + ["to", "\(destination)"]
    case .window(let text), .open(let text), .find(let text), .ask(let text), .done(let text), .fail(let text):
      [quote(text)]
    case .wait(let text, let seconds), .gone(let text, let seconds): [quote(text)] + (seconds.map { ["\($0)"] } ?? [])
    case .read(let ref, let offset): ["\(ref)"] + (offset == 0 ? [] : ["\(offset)"])
    case .look(let ref): ref.words
    }
  }
}

extension Optional<Ref> {
  fileprivate var words: [String] { map { ["\($0)"] } ?? [] }
}

extension Target {
  fileprivate var words: [String] {
    switch self {
    case .element(let ref): ["\(ref)"]
    case .point(let ref, let point): ref.words + ["at", "\(point.x),\(point.y)"]
    }
  }
}
