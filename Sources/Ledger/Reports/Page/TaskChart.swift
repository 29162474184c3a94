import Model

/// What a task cost and used, turn by turn: three charts one below the other, over the same turns.
struct TaskChart {
  private let turns: [TaskReport.Turn]
  private let budget: NanoDollars?

  init(_ report: TaskReport) {
    turns = report.turns
    budget = report.task.limits.budget
  }

  var html: String {
    guard !turns.isEmpty else { return HTML.element("p", "No turn was taken.", class: "note") }
    let legend = Kind.allCases.map { kind in
      "<li><i class=\"\(kind)\"></i>\(HTML.text(kind.title))</li>"
    }
    return """
      <h2>Cost of each turn</h2>
      <figure>\(costs)</figure>
      <h2>Total after each turn</h2>
      <figure>\(totals)</figure>
      <h2>Tokens of each turn</h2>
      <ul class="legend">\(legend.joined())</ul>
      <figure>\(tokens)</figure>
      """
  }

  private var costs: String {
    let panel = ChartPanel(turns: turns.count, most: Double(turns.compactMap(\.cost).max() ?? 0))
    let bars = turns.enumerated().map { index, turn in
      let mark =
        switch turn.cost {
        case nil: panel.label("?", above: index)
        case 0: ""
        case let cost?: panel.bar(index, from: 0, to: Double(cost), class: "bar")
        }
      return panel.slot(index, title: "turn \(turn.record.number): \(turn.record.cost)", mark)
    }
    return panel.svg("Cost of each turn", bars, unit: dollars)
  }

  private var totals: String {
    let limit = budget.map { Double($0.rawValue) }
    let values = turns.map { Double($0.record.taskCostAfter.known.rawValue) }
    // A budget far above what was spent would press the line to the ground; it is then told in words.
    let highest = values.last ?? 0
    let shown = limit.flatMap { $0 <= max(highest * 4, 1) ? $0 : nil }
    let panel = ChartPanel(turns: turns.count, most: max(highest, shown ?? 0))
    let slots = turns.enumerated().map { index, turn in
      panel.slot(index, title: "after turn \(turn.record.number): \(turn.record.taskCostAfter)", "")
    }
    let line = shown.map { panel.limit($0, "budget \(budget?.description ?? "")") } ?? ""
    return panel.svg("Total after each turn", [panel.steps(values), line] + slots, unit: dollars)
  }

  private var tokens: String {
    let panel = ChartPanel(turns: turns.count, most: turns.map { Double($0.tokens) }.max() ?? 0)
    let bars = turns.enumerated().map { index, turn in
      var base = 0.0
      let parts = Kind.allCases.compactMap { kind -> String? in
        guard let count = kind.count(turn.record.usage), count > 0 else { return nil }
        defer { base += Double(count) }
        return panel.bar(index, from: base, to: base + Double(count), class: "\(kind)")
      }
      let counts = Kind.allCases.map { kind in
        "\(kind.title.lowercased()) \(Cell.number(kind.count(turn.record.usage)))"
      }
      let title = "turn \(turn.record.number): \(counts.joined(separator: ", "))"
      return panel.slot(index, title: title, parts.joined())
    }
    return panel.svg("Tokens of each turn", bars) { Cell.number(Int($0)) }
  }

  private func dollars(_ amount: Double) -> String { NanoDollars(rawValue: Int64(amount)).short }

  /// What tokens were, from the ground of a bar to its top.
  private enum Kind: String, CaseIterable {
    case read, input, write, output

    var title: String {
      switch self {
      case .read: "Cache read"
      case .input: "Input"
      case .write: "Cache create"
      case .output: "Output"
      }
    }

    func count(_ usage: Usage) -> Int? {
      switch self {
      case .read: usage.cacheRead
      case .input: usage.input
      case .write: usage.cacheWrite
      case .output: usage.output
      }
    }
  }
}

extension TaskReport.Turn {
  fileprivate var cost: Int64? { record.cost.amount?.rawValue }
  fileprivate var tokens: Int { (record.usage.totalInput ?? 0) + (record.usage.output ?? 0) }
}
