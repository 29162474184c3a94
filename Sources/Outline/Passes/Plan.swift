/// The budget and fold passes: which elements are printed, and what is folded into counts.
///
/// Costs add up, because a line is made of parts that the tokenizer never joins.
struct Plan {
  let view: View
  let renderer: Renderer
  /// The most tokens that the outline may cost.
  let budget: Int
  /// Which elements of each section are printed.
  private(set) var shown: [[Bool]]
  /// Sections of which nothing is printed but what they are; the others are folded together.
  private(set) var isNamed: [Bool]
  /// Which of their other cells the rows of each section show.
  private(set) var cells: [[Int]]
  private(set) var total: Int

  private let headline: String

  /// `scores` stand as the elements do.
  init(_ view: View, headline: String, scores: [[Int]], request: Request, renderer: Renderer, budget: Int) {
    self.view = view
    self.headline = headline
    self.renderer = renderer
    self.budget = budget
    shown = view.sections.map { Array(repeating: false, count: $0.elements.count) }
    isNamed = Array(repeating: false, count: view.sections.count)
    cells = Array(repeating: [], count: view.sections.count)
    total = 0
    nameFocused()
    total = cost()
    pick(by: scores)
    nameFolded(by: scores)
    addCells(request)
  }

  /// Where the keyboard is, is told even of what is folded.
  private mutating func nameFocused() {
    guard let focused = view.sections.firstIndex(where: { $0.marks.contains(.focused) }) else { return }
    isNamed[focused] = true
    if cost() > budget { isNamed[focused] = false }
  }

  /// What is left of the budget for what is not important, so that most outlines stay well below it.
  private var comfort: Int { budget * 4 / 5 }

  private mutating func pick(by scores: [[Int]]) {
    let places = scores.indices.flatMap { section in scores[section].indices.map { (section, $0) } }
    let ranked = places.sorted {
      (-scores[$0.0][$0.1], $0.0, $0.1) < (-scores[$1.0][$1.1], $1.0, $1.1)
    }
    var costs = view.sections.indices.map { lineCost($0) }
    var rest = restCost()
    let fixed = headlineCost
    for (section, place) in ranked where scores[section][place] > 0 {
      let limit = scores[section][place] >= Scoring.important ? budget : comfort
      // Nothing can cost less than three tokens.
      if costs.reduce(fixed + rest, +) + 3 > limit {
        guard limit == budget else { break }
        continue
      }
      shown[section][place] = true
      let (newCost, newRest) = (lineCost(section), restCost())
      let newTotal = costs.reduce(fixed + newRest, +) - costs[section] + newCost
      if newTotal <= limit {
        (costs[section], rest) = (newCost, newRest)
      } else {
        shown[section][place] = false
      }
    }
    total = cost()
    showLast(by: scores)
  }

  /// Saying that one more is left costs as much as most names.
  private mutating func showLast(by scores: [[Int]]) {
    for section in shown.indices where shown[section].contains(true) {
      guard shown[section].filter({ !$0 }).count == 1, let last = shown[section].firstIndex(of: false),
        scores[section][last] > 0
      else { continue }
      shown[section][last] = true
      let now = cost()
      if now <= max(total + 3, comfort), now <= budget { total = now } else { shown[section][last] = false }
    }
  }

  /// Gives folded sections lines of their own, the most important first, while there is room.
  private mutating func nameFolded(by scores: [[Int]]) {
    // A line that says there is one text costs more than it tells.
    let folded = view.sections.indices.filter { index in
      let elements = view.sections[index].elements
      return elements.isEmpty || isFolded(index) && elements.contains { $0.kind != nil }
    }
    func worth(_ section: Int) -> Int {
      view.sections[section].marks.contains(.focused) ? .max : scores[section].max() ?? 0
    }
    for section in folded.sorted(by: { (-worth($0), $0) < (-worth($1), $1) }) {
      isNamed[section] = true
      let now = cost()
      if now <= budget { total = now } else { isNamed[section] = false }
    }
  }

  /// Adds the other columns to the rows of tables, as many as fit: those that the request is about first.
  private mutating func addCells(_ request: Request) {
    for index in view.sections.indices where view.sections[index].kind == .list && shown[index].contains(true) {
      let count = view.sections[index].elements.map(\.cells.count).max() ?? 0
      guard count > 0 else { continue }
      let columns = view.sections[index].columns.dropFirst().map(\.name)
      let named = columns.indices.prefix(count).filter { request.matches(columns[$0]).own > 0 }
      let related = columns.indices.prefix(count).filter { request.matches(columns[$0]).related > 0 }
      let asked = named.isEmpty ? related : named
      let all = Array(0..<count)
      for choice in [(all, comfort), (asked, budget), ([0], comfort)] where !choice.0.isEmpty {
        cells[index] = choice.0
        let now = cost()
        if now <= choice.1 {
          total = now
          break
        }
        cells[index] = []
      }
    }
  }

  // MARK: Costs

  func isFolded(_ section: Int) -> Bool { !shown[section].contains(true) && !view.sections[section].elements.isEmpty }

  /// The sections that share the last line.
  var rest: [Int] { view.sections.indices.filter { isFolded($0) && !isNamed[$0] } }

  private var headlineCost: Int {
    TokenEstimate.tokens(in: headline) + (view.behind.map { tokens(renderer.folded($0)) + 1 } ?? 0)
  }

  private func cost() -> Int {
    view.sections.indices.reduce(headlineCost + restCost()) { $0 + lineCost($1) }
  }

  private func restCost() -> Int {
    let rest = rest.flatMap { view.sections[$0].elements }
    return rest.isEmpty ? 0 : tokens(Words.rest() + " g999: " + Renderer.counts(rest)) + 1
  }

  private func lineCost(_ index: Int) -> Int {
    let line = line(index)
    return line.isEmpty ? 0 : tokens(line) + 1
  }

  private func tokens(_ text: String) -> Int { TokenEstimate.tokens(in: text) }

  // MARK: Lines

  /// The line of a section; empty where it shares the last line.
  func line(_ index: Int, _ renderer: Renderer? = nil) -> String {
    let renderer = renderer ?? self.renderer
    let section = view.sections[index]
    if isFolded(index) { return isNamed[index] ? renderer.folded(section) : "" }
    if section.elements.isEmpty, !isNamed[index] { return "" }
    var parts = [renderer.heading(of: section, cells: cells[index])].filter { !$0.isEmpty }
    for (place, element) in section.elements.enumerated() where shown[index][place] {
      parts.append(renderer.element(element, cells: cells[index]))
    }
    let left = shown[index].filter { !$0 }.count
    if left > 0 { parts.append(renderer.more(left, in: section)) }
    return parts.joined(separator: " ")
  }
}
