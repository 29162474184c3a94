import Commands

/// Looks for names in everything that a snapshot holds, the items of closed menus included.
struct Search {
  struct Hit {
    var element: Element
    /// The menus or the group that it is in.
    var place: String
    var rank: Int
  }

  private let view: View
  private let passes: Passes

  init(_ view: View) {
    self.view = view
    passes = Passes(view.snapshot)
  }

  /// Everything that answers to `text`, best first: exact, at the start, at the start of a word, inside,
  /// by another word for the same, with a slip of spelling; what can be seen before what cannot.
  func hits(for text: String) -> [Hit] {
    let wanted = text.lowercased()
    guard !wanted.isEmpty else { return [] }
    let request = Request(text)
    let match = NameMatch(text)
    let hits = all.compactMap { element, section -> Hit? in
      let place = place(of: element, in: section)
      let rank = rank(of: element, in: place, wanted, match, request)
      return rank > 0 ? Hit(element: element, place: place, rank: rank) : nil
    }
    // Words for the same, and slips of spelling, only where nothing is called what was asked for.
    let named = hits.filter { $0.rank >= Self.leastNamed * 4 }
    return (named.isEmpty ? hits : named).enumerated().sorted { first, second in
      (-first.element.rank, first.offset) < (-second.element.rank, second.offset)
    }.map(\.element)
  }

  /// Everything in the snapshot once, with the section it is in.
  private var all: [(Element, Section)] {
    var seen: Set<RefTable.Key> = []
    let sections = passes.tree.roots.flatMap { root in
      var builder = SectionBuilder(passes, includesHidden: true)
      return builder.sections(of: root)
    }
    return sections.flatMap { section in
      (section.elements + headers(of: section)).compactMap { element in
        element.kind == nil || seen.insert(.init(of: element)).inserted ? (element, section) : nil
      }
    }
  }

  /// The items of closed menus that answer a request better than any control in view, best first: at most four.
  func menuItems(for request: Request) -> [Hit] {
    guard !request.isEmpty else { return [] }
    let controls = view.elements.filter { $0.kind != nil && $0.kind != .menu && $0.kind != .item && $0.kind != .link }
    let least = max(controls.map { request.closeness(of: $0.name) }.max() ?? 0, 45)
    let hits = all.compactMap { element, section -> Hit? in
      guard !element.isVisible, [.menuItem, .check, .radio].contains(element.kind), isInMenu(element.node)
      else { return nil }
      let place = place(of: element, in: section)
      let rank = request.closeness(of: element.name, in: place) - (element.marks.contains(.disabled) ? 20 : 0)
      return rank > least ? Hit(element: element, place: place, rank: rank) : nil
    }
    let best = hits.map(\.rank).max() ?? 0
    let ranked = hits.enumerated().sorted { (-$0.element.rank, $0.offset) < (-$1.element.rank, $1.offset) }
    return ranked.map(\.element).filter { $0.rank * 2 > best }.prefix(4).map { $0 }
  }

  /// The choices of a combo box are chosen by name, and need no refs.
  private func isInMenu(_ index: Int) -> Bool {
    let roles = passes.tree.ancestors(of: index).map { passes.tree[$0].role }
    return !roles.contains(.comboBox) && roles.contains { [.menu, .menuBar, .popupMenu].contains($0) }
  }

  /// What is called, described or filled like the text comes before all that only resembles it.
  private static let leastNamed = 10

  private func rank(
    of element: Element, in place: String, _ wanted: String, _ match: NameMatch, _ request: Request
  ) -> Int {
    let named = match.closeness(of: element.name)
    let hinted = match.closeness(of: element.hint) - 1
    let valued = (element.value.map { $0.lowercased().contains(wanted) } ?? false) ? 6 : 0
    let celled = element.cells.contains { $0.lowercased().contains(wanted) } ? 6 : 0
    var rank = max(named, hinted, valued, celled)
    if rank > 0 {
      rank += Self.leastNamed
    } else {
      rank = answer(element, request, in: place)
      if rank <= 0, isMisspelled(element.name.lowercased(), wanted) { rank = 2 }
    }
    guard rank > 0 else { return 0 }
    return rank * 4 + (element.isVisible ? 2 : 0) + (element.kind == nil ? 0 : 1)
  }

  /// By the words that a text of several words shares with a name, or by words for the same.
  private func answer(_ element: Element, _ request: Request, in place: String) -> Int {
    let matches = request.matches(element.name) + request.matches(element.hint)
    guard !matches.isEmpty else { return 0 }
    let closeness = max(request.closeness(of: element.name, in: place), request.closeness(of: element.hint, in: place))
    return 4 + min(max(closeness, 0) / 55, 3)
  }

  /// True where a word of the name differs from the text by one letter, or by two in a long word.
  private func isMisspelled(_ name: String, _ wanted: String) -> Bool {
    let letters = Array(wanted)
    guard letters.count >= 4, letters.count <= 24 else { return false }
    return name.split(separator: " ").contains { word in
      abs(word.count - letters.count) < 2 && slips(Array(word), letters) <= (letters.count < 8 ? 1 : 2)
    }
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  private func slips(_ from: [Character], _ to: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...to.count)
    for row in from.indices {
      var current = [row + 1]
      for column in to.indices {
        var least = min(last[column + 1], current[column]) + 1
        least = min(least, last[column] + (from[row] == to[column] ? 0 : 1))
        if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[to.count]
  }

  /// The headers of a table's columns, which sort it.
  private func headers(of section: Section) -> [Element] {
    section.columns.map { column in
      let node = passes.tree[column.node]
      var element = Element(node: column.node, id: node.id, role: node.role, kind: .button, name: column.name)
      element.identity = Naming.identity(of: column.node, in: passes.tree)
      element.isVisible = passes.visibility.isVisible[column.node]
      return element
    }
  }

  private func place(of element: Element, in section: Section) -> String {
    let menus = passes.tree.ancestors(of: element.node).filter {
      [.menu, .comboBox, .pageTab].contains(passes.tree[$0].role)
    }.map { passes.naming.name(of: $0) }.filter { !$0.isEmpty && $0 != element.name }
    return menus.isEmpty ? section.title : menus.reversed().joined(separator: " > ")
  }
}
