import Commands

/// Reads one clause of a request, such as `type "x" into Name`.
struct ClauseParser {
  private let text: RequestText

  init(_ text: RequestText) {
    self.text = text
  }

  /// Whether a new step begins here: a verb, and what it is about. After what is typed or pressed, a single word such
  /// as "save" is a step too; after a click it may belong to a name: "Find and Replace".
  static func canBegin(_ text: RequestText, after clause: RequestText) -> Bool {
    if text.rest(after: verbs).map({ !$0.isEmpty }) ?? false || text.begins(with: "scroll") { return true }
    guard clause.rest(after: presses + types + sets) != nil else { return false }
    let words = text.words.prefix { !$0.isPunctuation && $0.lowered != "and" && $0.lowered != "then" }
    return shortcuts[words.map { $0.lowered ?? "\"" }.joined(separator: " ")] != nil
  }

  /// Nil where the clause is not understood.
  var step: DirectStep? {
    if let keys = Self.shortcuts[text.lowered.joined(separator: " ")] {
      return chord(keys).map { .press($0, NamePhrase(text), times: 1) }
    }
    for (phrases, kind) in Self.clicks {
      if let rest = nonEmpty(after: phrases) { return click(kind, rest) }
    }
    if let rest = nonEmpty(after: Self.presses) { return press(rest) }
    if let rest = nonEmpty(after: Self.checks) { return .check(NamePhrase(rest), true) }
    if let rest = nonEmpty(after: Self.unchecks) { return .check(NamePhrase(rest), false) }
    if let rest = nonEmpty(after: Self.types) { return type(rest) }
    if let rest = nonEmpty(after: Self.sets) { return set(rest) }
    if let rest = nonEmpty(after: Self.chooses) { return choose(rest) }
    return windowStep
  }

  private func nonEmpty(after phrases: [String]) -> RequestText? {
    text.rest(after: phrases).flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: Pointer and keys

  private func click(_ kind: ClickKind, _ rest: RequestText) -> DirectStep {
    let path = rest.text.menuPath
    return kind == .click && path.count > 1 ? .menu(path) : .click(kind, NamePhrase(rest))
  }

  private func press(_ rest: RequestText) -> DirectStep {
    var words = rest
    var times = 1
    let counts = ["once": 1, "twice": 2, "thrice": 3]
    if let last = words.lowered.last, let count = counts[last], words.words.count > 1 {
      (times, words) = (count, words.prefix(words.words.count - 1))
    } else if words.words.count > 2, words.lowered.last == "times" {
      let spelled = words.lowered[words.words.count - 2]
      if let count = Int(spelled) ?? Self.numbers[spelled] {
        (times, words) = (count, words.prefix(words.words.count - 2))
      }
    }
    var keys = words
    if keys.words.count > 1, keys.lowered.first == "the" { keys = keys.dropFirst(1) }
    if keys.words.count > 1, ["key", "keys"].contains(keys.lowered.last) { keys = keys.prefix(keys.words.count - 1) }
    if keys.words.count == 1 || keys.lowered.contains("+"), let chord = chord(keys.text.filter { !$0.isWhitespace }) {
      return .press(chord, NamePhrase(words), times: min(max(times, 1), 30))
    }
    return click(.click, rest)
  }

  private func chord(_ text: String) -> Chord? {
    if let chord = try? Chord.parse(text) { return chord }
    return text.contains("-") ? try? Chord.parse(text.split(separator: "-").joined(separator: "+")) : nil
  }

  // MARK: Fields

  private func type(_ rest: RequestText) -> DirectStep? {
    if rest.words[0].lowered == nil {
      guard rest.words.count > 1 else { return .type(rest.words[0].text, into: nil, enter: false) }
      guard let field = rest.dropFirst(1).rest(after: ["into", "in", "to", "on", "at", "as"]), !field.isEmpty else {
        return nil
      }
      return .type(rest.words[0].text, into: NamePhrase(field), enter: false)
    }
    if let into = rest.lastIndex(of: ["into"]), into > 0, into + 1 < rest.words.count {
      return .type(rest.prefix(into).text, into: NamePhrase(rest.dropFirst(into + 1)), enter: false)
    }
    if let place = rest.lastIndex(of: ["in", "to"]), place > 0, place + 1 < rest.words.count {
      let field = NamePhrase(rest.dropFirst(place + 1))
      if !field.kinds.isEmpty { return .type(rest.prefix(place).text, into: field, enter: false) }
    }
    return .type(rest.text, into: nil, enter: false)
  }

  private func set(_ rest: RequestText) -> DirectStep? {
    guard let to = rest.lastIndex(of: ["to", "with", "="]), to > 0, to + 1 < rest.words.count else { return nil }
    return .set(NamePhrase(rest.prefix(to)), rest.dropFirst(to + 1).text)
  }

  private func choose(_ rest: RequestText) -> DirectStep? {
    let path = rest.text.menuPath
    if path.count > 1 { return .menu(path) }
    if let from = rest.lastIndex(of: ["from", "in"]), from > 0, from + 1 < rest.words.count {
      let place = NamePhrase(rest.dropFirst(from + 1))
      let name = NamePhrase(rest.prefix(from))
      return place.kinds == [.menu] ? .menu([place.core] + name.full.menuPath) : .choose([name], from: place)
    }
    var names: [RequestText] = [rest]
    if rest.words.contains(where: { $0.isPunctuation || $0.lowered == "and" }) {
      names = rest.words.split { $0.isPunctuation || $0.lowered == "and" }.map { rest[$0.startIndex..<$0.endIndex] }
    }
    return .choose(names.map { NamePhrase($0) }, from: nil)
  }

  // MARK: Windows

  private var windowStep: DirectStep? {
    if let rest = text.rest(after: ["scroll"]) { return scroll(rest) }
    if let rest = nonEmpty(after: Self.waits) {
      let words = rest.words.map { $0.lowered ?? "" }
      if let verb = words.lastIndex(where: { ["appears", "comes", "opens", "shows"].contains($0) }), verb > 0 {
        return .wait(rest.prefix(verb).text, gone: false)
      }
      if let verb = words.lastIndex(where: { ["disappears", "closes", "goes"].contains($0) }), verb > 0 {
        return .wait(rest.prefix(verb).text, gone: true)
      }
      return text.begins(with: "wait for") ? .wait(rest.text, gone: false) : nil
    }
    if let rest = nonEmpty(after: Self.closes), let last = rest.lowered.last,
      ["dialog", "dialogue", "popup", "message"].contains(last)
    {
      return .closeDialog
    }
    if let rest = nonEmpty(after: Self.switches) { return goTo(rest) }
    if let rest = nonEmpty(after: Self.opens) { return open(rest) }
    return nil
  }

  private func goTo(_ rest: RequestText) -> DirectStep {
    let name = NamePhrase(rest)
    if !name.kinds.isEmpty { return .click(.click, name) }
    var words = rest
    if words.words.count > 1, words.lowered.first == "the" { words = words.dropFirst(1) }
    if words.words.count > 1, words.lowered.first == "window" { words = words.dropFirst(1) }
    if words.words.count > 1, words.lowered.last == "window" { words = words.prefix(words.words.count - 1) }
    return .window(words.text)
  }

  private func open(_ rest: RequestText) -> DirectStep {
    let name = NamePhrase(rest)
    if name.kinds == [.menu] { return .openMenu(name.core) }
    if name.kinds == [.tab] { return .click(.click, name) }
    let path = rest.text.menuPath
    return path.count > 1 ? .menu(path) : .open(name)
  }

  private func scroll(_ rest: RequestText) -> DirectStep? {
    guard let index = rest.words.firstIndex(where: { Direction(rawValue: $0.lowered ?? "") != nil }),
      let direction = Direction(rawValue: rest.lowered[index])
    else { return nil }
    let amount = rest.lowered.dropFirst(index + 1).lazy.compactMap { Int($0) ?? Self.numbers[$0] }.first ?? 5
    let place = index > 0 ? NamePhrase(rest.prefix(index)) : nil
    return .scroll(direction, min(max(amount, 1), 100), place)
  }
}
