extension Verb {
  /// The verb of a line written as a function call or with a colon: `click(b3)`, `click:`.
  init?(punctuated word: some StringProtocol) {
    let name = word.prefix(while: \.isLetter)
    guard let mark = word.dropFirst(name.count).first, "(:=,[".contains(mark) else { return nil }
    self.init(word: name)
  }

  /// The verb that a word which is none probably means: `press` for `key`, `clik` for `click`.
  init?(resembling word: some StringProtocol) {
    let name = word.lowercased().filter(\.isLetter)
    guard let verb = Self.synonyms[name] ?? Self.misspelled(name) else { return nil }
    self = verb
  }

  /// True where other languages for driving a desktop use `word` as a verb.
  static func isSynonym(_ word: some StringProtocol) -> Bool {
    synonyms[word.lowercased().filter(\.isLetter)] != nil
  }

  private static func misspelled(_ name: String) -> Verb? {
    Spelling.nearest(to: name, among: allCases.lazy.map(\.rawValue)).flatMap(Verb.init(rawValue:))
  }

  private static let synonyms: [String: Verb] = [
    "tap": .click, "leftclick": .click, "push": .click, "follow": .click,
    "doubleclick": .double, "dblclick": .double, "rightclick": .right, "contextclick": .right,
    "middleclick": .middle, "mouseover": .hover, "movemouse": .hover, "mousemove": .hover,
    "tick": .check, "toggle": .check, "untick": .uncheck, "deselect": .uncheck,
    "enter": .type, "input": .type, "insert": .type, "typetext": .type, "write": .type, "append": .type,
    "clear": .set, "fill": .set, "replace": .set, "settext": .set, "setvalue": .set,
    "hit": .key, "hotkey": .key, "keypress": .key, "keys": .key, "press": .key, "send": .key, "shortcut": .key,
    "choose": .select, "highlight": .select, "pick": .select, "selecttext": .select,
    "scrolldown": .scroll, "scrollup": .scroll, "swipe": .scroll,
    "drop": .drag, "dragdrop": .drag, "draganddrop": .drag, "move": .drag,
    "activate": .window, "focus": .window, "switch": .window, "switchto": .window,
    "launch": .open, "run": .open, "start": .open,
    "await": .wait, "pause": .wait, "sleep": .wait, "waitfor": .wait, "waitgone": .gone,
    "search": .find, "unfold": .expand, "gettext": .read, "extract": .read,
    "capture": .look, "screenshot": .look, "zoom": .look,
    "question": .ask, "answer": .done, "complete": .done, "finish": .done, "finished": .done, "stop": .done,
    "submit": .done, "abort": .fail, "error": .fail, "giveup": .fail,
  ]
}
