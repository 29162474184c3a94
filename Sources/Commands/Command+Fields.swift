/// type, select, key.
extension Command {
  static func type(_ arguments: inout Arguments) throws(CommandError) -> Command {
    let ref = arguments.optionalRef()
    let text = try arguments.text(orEmpty: true) { $0.lowercased() == "enter" }
    return .type(ref, text, enter: arguments.takeKeyword("enter"))
  }

  static func select(_ arguments: inout Arguments) throws(CommandError) -> Command {
    var refs = [try arguments.ref()]
    while let ref = arguments.optionalRef() { refs.append(ref) }
    switch arguments.next {
    case nil: return .select(.items(refs))
    case .word(let word) where refs.count > 1: throw .notARef(word, meant: Ref(within: word), .select)
    case .text(let text) where refs.count > 1: throw .notARef(Quoting.quote(text), meant: nil, .select)
    default: return .select(.named(try arguments.text(), in: refs[0]))
    }
  }

  /// The one chord of a line, bare or in quotes.
  static func chord(_ arguments: inout Arguments) throws(CommandError) -> Chord {
    let text: String
    switch arguments.take() {
    case nil: throw .missingKey
    case .word(let word): text = word
    case .text(let quoted): text = quoted
    }
    let chord = try Chord.parse(text)
    guard arguments.next == nil else { throw .severalChords(first: Command.key(chord).description) }
    return chord
  }
}
