import Commands

/// Requests that say step by step what to do: `click Save`, `type "x" into Name and press enter`.
enum DirectRequest {
  /// The steps, nil where any part is not understood.
  static func parse(_ text: RequestText) -> [DirectStep]? {
    var steps: [DirectStep] = []
    for clause in clauses(text) {
      guard let step = ClauseParser(clause).step else { return nil }
      if !join(step, to: &steps) { steps.append(step) }
    }
    return steps.isEmpty ? nil : steps
  }

  /// Parts between "and", "then", commas and semicolons, where a new step begins after them.
  private static func clauses(_ text: RequestText) -> [RequestText] {
    var clauses: [RequestText] = []
    var start = 0
    var index = 0
    while index < text.words.count {
      var next = index
      while next < text.words.count, text.words[next].isPunctuation || joints.contains(text.words[next].lowered ?? "") {
        next += 1
      }
      if next > index, next < text.words.count, ClauseParser.canBegin(text.dropFirst(next), after: text[start..<index])
      {
        if start < index { clauses.append(text[start..<index]) }
        (start, index) = (next, next)
      }
      index += 1
    }
    clauses.append(text[start..<text.words.count])
    return clauses.filter { !$0.isEmpty }
  }

  private static let joints: Set = ["and", "then", "afterwards", "finally", "next", "&"]

  /// Steps that are one command: an item of a menu that is opened for it, Enter after what is typed.
  private static func join(_ step: DirectStep, to steps: inout [DirectStep]) -> Bool {
    switch (steps.last, step) {
    case (.openMenu(let menu), .choose(let names, from: nil)) where names.count == 1:
      steps[steps.count - 1] = .menu([menu] + names[0].full.menuPath)
    case (.openMenu(let menu), .click(.click, let name)):
      steps[steps.count - 1] = .menu([menu] + name.full.menuPath)
    case (.type(let text, let field, enter: false), .press(let chord, _, times: 1))
    where chord == Chord(modifiers: [], key: "Return"):
      steps[steps.count - 1] = .type(text, into: field, enter: true)
    default: return false
    }
    return true
  }
}

extension String {
  /// `File > Save As` as titles.
  var menuPath: [String] {
    split(separator: ">").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
