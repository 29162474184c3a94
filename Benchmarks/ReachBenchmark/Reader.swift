import Commands
import Outline

/// Looks for an accessible as a reader of the outline would: there at first, or after one step.
struct Reader {
  let snapshot: Snapshot
  let target: Target

  /// The outline for the request; then one `find` for the request's content words as they stand; and,
  /// instead of that, one `expand` of the group that holds the most of the wanted kind.
  func outcome(for request: String, budget: Int) -> Outcome {
    var outliner = Outliner(budget: budget)
    let outline = outliner.outline(of: snapshot, for: request)
    var outcome = Outcome(tokens: outline.tokens)
    outcome.isInOutline = shows(outline.text, outliner)
    guard !outcome.isInOutline else { return outcome }
    var finding = outliner
    let found = finding.find(Self.contentWords(of: request).joined(separator: " "))
    outcome.isFound = shows(found, finding)
    for group in suggestedGroups(in: outline.text) {
      var expanding = outliner
      guard let page = expanding.expand(group) else { continue }
      outcome.isExpanded = shows(page, expanding)
      break
    }
    return outcome
  }

  private func shows(_ text: String, _ outliner: Outliner) -> Bool {
    refs(in: text).contains { ref in
      guard case .found(let place) = outliner.refs.resolve(ref, in: snapshot) else { return false }
      return target.isReached(at: place)
    }
  }

  // MARK: Reading

  private func refs(in text: String) -> [Ref] {
    Self.withoutQuotes(text).split(whereSeparator: \.isWhitespace).compactMap { word in
      Ref(String(word.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }))
    }
  }

  /// The groups that may hold the wanted kind, by how many they say they hold: those that count it, and
  /// those that are cut short after some of it.
  private func suggestedGroups(in outline: String) -> [Ref] {
    guard let place = target.places.first, let letter = Self.letter(of: snapshot.nodes[place]) else { return [] }
    let groups = Self.withoutQuotes(outline).split(separator: "\n").compactMap { line -> (ref: Ref, count: Int)? in
      let words = line.split(whereSeparator: { " :,".contains($0) }).map(String.init)
      if let more = words.firstIndex(of: "more"), more >= 2,
        let ref = Ref(words[more - 2].filter { $0.isLetter || $0.isNumber })
      {
        let isOfKind = refs(in: String(line)).contains { $0.kind.rawValue == letter }
        return isOfKind ? Int(words[more - 1].dropFirst()).map { (ref, $0) } : nil
      }
      guard let ref = words.lazy.compactMap({ Ref($0) }).first(where: { $0.kind == .group }) else { return nil }
      return zip(words, words.dropFirst()).first { Int($0.0) != nil && $0.1 == letter }.flatMap { Int($0.0) }
        .map { (ref, $0) }
    }
    return groups.enumerated().sorted { (-$0.element.count, $0.offset) < (-$1.element.count, $1.offset) }
      .map(\.element.ref)
  }

  private static func letter(of node: Node) -> String? {
    switch node.role {
    case .pushButton: "b"
    case .checkBox, .toggleButton, .checkMenuItem: "c"
    case .radioButton, .radioMenuItem: "r"
    case .menuItem: "i"
    case .menu: "m"
    case .text, .entry, .passwordText: "e"
    case .comboBox: "o"
    case .slider, .spinButton: "s"
    case .link: "a"
    case .pageTab: "t"
    case .tableCell, .listItem, .treeItem, .icon: "x"
    default: nil
    }
  }

  /// `text` without what stands in quotes, where nothing is a ref.
  private static func withoutQuotes(_ text: String) -> String {
    var kept = ""
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\", isQuoted {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted {
        kept.append(character)
      }
    }
    return kept
  }

  /// The words of a request that say what it is about.
  static func contentWords(of request: String) -> [String] {
    request.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !emptyWords.contains($0) }
  }

  private static let emptyWords: Set<String> = Set(
    """
    a an the this that these those it its my your me i we us you all some any one into to in on of off for from with and or
    is are be by at as please can want would like so then up out do not no s t what how there here
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
