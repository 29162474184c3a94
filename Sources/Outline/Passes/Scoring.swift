import Commands

/// How much each element of a view deserves a place in a small outline.
struct Scoring {
  let view: View
  let request: Request
  /// Elements that appeared or changed since the last outline.
  let changed: Set<RefTable.Key>
  private let mainList: NodeID?
  /// Words of the request that so many elements are called by that they tell none of them from others.
  private let commonWords: Set<String>

  /// An element with at least this score may use the whole budget; others leave some of it free.
  static let important = 170

  init(_ view: View, for request: Request, changed: Set<RefTable.Key>) {
    self.view = view
    self.request = request
    self.changed = changed
    let lists = view.sections.filter { $0.kind == .list }
    mainList = lists.max { Self.area($0, view) < Self.area($1, view) }?.ownerID
    var uses: [String: Int] = [:]
    for element in view.elements where element.isVisible && element.kind != nil {
      for word in request.ownWords(in: element.name) { uses[word, default: 0] += 1 }
    }
    commonWords = Set(uses.filter { $0.value > 8 }.keys)
  }

  /// The score of one element at its place in its section.
  func score(_ element: Element, at place: Int, in section: Section) -> Int {
    guard element.isVisible else { return 0 }
    var score = base(element, at: place, in: section)
    if element.isFocused { score += 1000 }
    if changed.contains(.init(of: element)) { score += 250 }
    if element.isDefault { score += 200 }
    if element.marks.contains(.selected), element.kind == .item { score += 60 }
    if element.marks.contains(.checked) { score += 15 }
    score += answer(element, in: section)
    if section.ownerID == mainList, element.kind == .item, request.isAboutFiles { score += 150 }
    if element.marks.contains(.disabled), element.kind != nil { score -= 60 }
    return max(score, 1)
  }

  /// What it adds that an element answers the request, in its own words or in related ones.
  private func answer(_ element: Element, in section: Section) -> Int {
    let told = request.matches(element.name) + request.matches(element.hint)
    let cells = element.cells.reduce(Request.Matches()) { $0 + request.matches($1) }
    let common = commonWords.isEmpty ? 0 : request.ownWords(in: element.name).intersection(commonWords).count
    let own = min(max(told.own + cells.own - common, 0), 2)
    let score = own * 150 + (common > 0 ? 40 : 0) + min(told.related, 1) * 90
    // A long text that happens to hold a word of the request says less than a button that is called so.
    return element.kind == nil ? score / 5 : score
  }

  private func base(_ element: Element, at place: Int, in section: Section) -> Int {
    if section.kind == .openMenu { return max(140 - place, 60) }
    switch element.kind {
    case .editable: return 140
    // One with a caret can be typed into.
    case .combo: return element.caret == nil ? 110 : 140
    case .document: return 130
    case .tab: return 120 - place
    case .group: return 105
    case .slider: return 95
    case .menu: return section.kind == .menuBar ? 138 - place : 85 - place
    case .item: return max((section.ownerID == mainList ? 125 : 100) - place * 4, 30)
    case .link: return max(80 - place, 20)
    case .check, .radio, .menuItem:
      return element.name.isEmpty ? 30 : max((section.kind == .toolBar ? 85 : 105) - place, 25)
    case .button:
      if element.name.isEmpty || isInTab(element) { return 20 }
      if view.front == .dialog, section.kind != .toolBar { return 150 }
      return max((section.kind == .toolBar ? 85 : 100) - place, 25)
    case nil:
      if view.front == .dialog, place < 4 { return 160 }
      return max((section.kind == .statusBar ? 75 : 70) - place, 20)
    }
  }

  /// The button that closes a tab, say.
  private func isInTab(_ element: Element) -> Bool {
    view.snapshot.nodes[element.node].parent.map { view.snapshot.nodes[$0].role == .pageTab } ?? false
  }

  private static func area(_ section: Section, _ view: View) -> Int {
    view.snapshot.nodes[section.owner].bounds.map { $0.width * $0.height } ?? 0
  }
}
