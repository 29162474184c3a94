import Commands

/// One thing that a person asks for directly.
enum DirectStep: Sendable, Hashable {
  case click(ClickKind, NamePhrase)
  /// A key or, where something is called so, a click on that.
  case press(Chord, NamePhrase, times: Int)
  case check(NamePhrase, Bool)
  /// Into a field, or where the focus is.
  case type(String, into: NamePhrase?, enter: Bool)
  case set(NamePhrase, String)
  case choose([NamePhrase], from: NamePhrase?)
  case menu([String])
  case openMenu(String)
  case scroll(Direction, Int, NamePhrase?)
  case window(String)
  case closeDialog
  case open(NamePhrase)
  case wait(String, gone: Bool)
}

/// What a request calls something: its name, and the kind of thing where that is said.
struct NamePhrase: Sendable, Hashable {
  /// All words, because a name may end in what is also the name of a kind: "New Folder".
  var full: String
  /// Without articles and the word for its kind.
  var core: String
  /// Empty where the words tell none.
  var kinds: Set<Ref.Kind> = []

  init(_ text: RequestText) {
    var words = text.words[...]
    while words.count > 1, let first = words.first?.lowered, Self.articles.contains(first) { words.removeFirst() }
    full = words.map(\.text).joined(separator: " ")
    for (phrase, kinds) in Self.kindWords {
      let count = phrase.split(separator: " ").count
      guard words.count > count else { continue }
      if words.suffix(count).compactMap(\.lowered).joined(separator: " ") == phrase {
        (words, self.kinds) = (words.dropLast(count), kinds)
        break
      }
      if words.prefix(count).compactMap(\.lowered).joined(separator: " ") == phrase,
        words.dropFirst(count).first?.lowered == nil
      {
        (words, self.kinds) = (words.dropFirst(count), kinds)
        break
      }
    }
    core = words.map(\.text).joined(separator: " ")
  }

  private static let articles: Set = ["the", "a", "an", "on", "my", "this", "that"]

  private static let kindWords: [(String, Set<Ref.Kind>)] = [
    ("menu item", [.menuItem, .check, .radio]), ("menu entry", [.menuItem, .check, .radio]),
    ("radio button", [.radio]), ("check box", [.check]), ("checkbox", [.check]), ("tick box", [.check]),
    ("toggle button", [.check]), ("toggle", [.check]), ("switch", [.check]), ("option", [.radio, .check, .menuItem]),
    ("drop down", [.combo]), ("drop-down", [.combo]), ("dropdown", [.combo]), ("combo box", [.combo]),
    ("text field", [.editable, .document]), ("text box", [.editable, .document]), ("input field", [.editable]),
    ("search field", [.editable]), ("field", [.editable, .document, .combo, .slider]),
    ("box", [.editable, .check, .combo]), ("entry", [.editable]), ("text area", [.document]), ("input", [.editable]),
    ("button", [.button, .check, .menu]), ("icon", [.button, .item]), ("menu", [.menu]), ("tab", [.tab]),
    ("link", [.link]), ("slider", [.slider]), ("spin button", [.slider]), ("item", [.item, .menuItem]),
    ("row", [.item]), ("file", [.item]), ("folder", [.item]), ("entry in the list", [.item]),
  ]
}
