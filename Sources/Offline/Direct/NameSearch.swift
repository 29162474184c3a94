import Commands

/// Finds what a request names among what the window shows, as a person would: what is called just so, then what
/// begins so, then what holds these words.
enum NameSearch {
  enum Result: Sendable, Hashable {
    case one(ReadElement)
    case several([ReadElement])
    case none
  }

  /// `kinds` are those that the step can use; what the request says of the kind counts first.
  static func find(_ name: NamePhrase, in elements: [ReadElement], kinds: Set<Ref.Kind> = []) -> Result {
    let usable = elements.filter { element in
      guard let kind = element.ref?.kind else { return false }
      return kinds.isEmpty || kinds.contains(kind)
    }
    if let ref = Ref(name.full), let element = usable.first(where: { $0.ref == ref }) { return .one(element) }
    for text in name.full == name.core ? [name.full] : [name.full, name.core] {
      for closeness in Closeness.allCases {
        // "the Save button" is no place for what merely holds the word "button".
        if text == name.full, text != name.core, closeness != .exact { continue }
        let hits = usable.filter { closeness.holds(normalized($0.name), normalized(text)) }
        if !hits.isEmpty { return narrowed(hits, name) }
      }
    }
    return .none
  }

  private static func narrowed(_ hits: [ReadElement], _ name: NamePhrase) -> Result {
    var hits = hits
    let said = hits.filter { $0.ref.map { name.kinds.contains($0.kind) } ?? false }
    if !said.isEmpty { hits = said }
    let shown = hits.filter { !$0.isHidden }
    if hits.count > 1, !shown.isEmpty { hits = shown }
    // What a list or a page holds comes after what the program is used with.
    let controls = hits.filter { $0.ref?.kind != .item && $0.ref?.kind != .link }
    if hits.count > 1, !controls.isEmpty { hits = controls }
    let sameCase = hits.filter { $0.name == name.core || $0.name == name.full }
    if hits.count > 1, !sameCase.isEmpty { hits = sameCase }
    let enabled = hits.filter { !$0.isDisabled }
    if hits.count > 1, !enabled.isEmpty { hits = enabled }
    return hits.count == 1 ? .one(hits[0]) : .several(hits)
  }

  private enum Closeness: CaseIterable {
    case exact, clipped, prefix, word, part

    func holds(_ name: String, _ wanted: String) -> Bool {
      guard !name.isEmpty, !wanted.isEmpty else { return false }
      return switch self {
      case .exact: name == wanted
      case .clipped: FileName(name).matches(wanted)
      case .prefix: name.hasPrefix(wanted)
      case .word: name.contains(" " + wanted)
      case .part: wanted.count > 2 && name.contains(wanted)
      }
    }
  }

  /// Without case, an ellipsis at the end, the underscore or `&` of a mnemonic, and a shortcut in brackets.
  static func normalized(_ name: String) -> String {
    var text = name.lowercased()
    if text.hasSuffix("]"), let open = text.ranges(of: " [").last { text = String(text[..<open.lowerBound]) }
    for ending in ["...", "…", ":"] where text.hasSuffix(ending) && text.count > ending.count {
      text.removeLast(ending.count)
    }
    if text.hasPrefix("&"), text.count > 1 { text.removeFirst() }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    // GTK 4 names a button with and without its mnemonic: "_Skip Skip".
    let half = words[..<(words.count / 2)].map(withoutMnemonic)
    if half == Array(words[(words.count / 2)...]), words.first?.contains("_") ?? false {
      return half.joined(separator: " ")
    }
    return words.first?.hasPrefix("_") ?? false
      ? words.map(withoutMnemonic).joined(separator: " ") : words.joined(separator: " ")
  }

  private static func withoutMnemonic(_ word: String) -> String {
    word.count > 1 ? word.replacing("_", with: "", maxReplacements: 1) : word
  }
}
