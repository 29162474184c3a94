extension Outliner {
  /// The lines of a difference, within the budget: which window it is where another was in front, and
  /// what changed, appeared and went.
  mutating func print(_ difference: Difference, of view: View, isBack: Bool) -> Outline {
    var lines: [String] = []
    let headline = Headline.text(for: view, budget: budget)
    if isBack { lines.append(headline) } else if difference.title != nil { lines.append("~ " + headline) }
    var left = budget - lines.reduce(0) { $0 + TokenEstimate.tokens(in: $1) + 1 } - 8
    var folded = 0
    let changed = difference.changed.filter(isWorthTelling)
    line("~", changed, &lines, &left, &folded)
    for group in runs(difference.added) { line("+", group, &lines, &left, &folded) }
    let removed = difference.removed.filter { $0.element.kind != nil && refs.known($0.element) != nil }
    line("-", removed, &lines, &left, &folded)
    if folded > 0 { lines.append(Words.foldedAway(["count": "\(folded)"])) }
    if lines.isEmpty || isBack && lines.count == 1 { lines.append(Words.unchanged()) }
    return Outline(text: lines.joined(separator: "\n"), isOpaque: false)
  }

  /// A control that was never shown and only became usable or not is not worth a word.
  private func isWorthTelling(_ change: Difference.Change) -> Bool {
    refs.known(change.element) != nil || change.element.isFocused || change.element.kind == nil
      || !change.element.marks.isDisjoint(with: [.checked, .selected]) || change.element.value != nil
  }

  /// Elements that appeared, by the section that they are in.
  private func runs(_ changes: [Difference.Change]) -> [[Difference.Change]] {
    changes.reduce(into: []) { runs, change in
      if runs.last?.last?.section.owner == change.section.owner {
        runs[runs.count - 1].append(change)
      } else {
        runs.append([change])
      }
    }
  }

  private mutating func line(
    _ sign: String, _ changes: [Difference.Change], _ lines: inout [String], _ left: inout Int, _ folded: inout Int
  ) {
    var line = sign
    if sign == "+", let section = changes.first?.section, section.hasRef { line += " \(refs.ref(for: section)):" }
    left -= TokenEstimate.tokens(in: line) + 1
    var count = 0
    for change in changes {
      if sign != "-" { _ = refs.ref(for: change.element) }
      let renderer = Renderer(refs: refs, limits: .init(budget: budget, isDialog: view?.front == .dialog))
      let text = renderer.element(change.element)
      let cost = TokenEstimate.tokens(in: " " + text)
      guard cost <= left else {
        folded += 1
        continue
      }
      left -= cost
      line += " " + text
      count += 1
      printed.insert(.init(of: change.element))
    }
    if count > 0 { lines.append(line) }
  }
}
