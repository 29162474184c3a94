import Geometry

/// Puts what toolkits keep in odd orders as a person reads it: from top to bottom, from left to right.
///
/// Lists, menus and documents are in order already, and rows of them may not be on the screen.
struct ReadingOrder {
  let tree: Tree

  /// Elements within half their height of one another stand on one line.
  func sorted(_ elements: [Element]) -> [Element] {
    var lines: [(bounds: Rect, elements: [Element])] = []
    let placed = elements.filter { bounds(of: $0) != nil }.sorted { top(of: $0) < top(of: $1) }
    for element in placed {
      guard let bounds = bounds(of: element) else { continue }
      let overlap = lines.last.map { min($0.bounds.maxY, bounds.maxY) - max($0.bounds.y, bounds.y) } ?? 0
      if overlap * 2 > min(bounds.height, lines.last?.bounds.height ?? 0) {
        lines[lines.count - 1].elements.append(element)
      } else {
        lines.append((bounds, [element]))
      }
    }
    let inOrder = lines.flatMap { line in
      line.elements.sorted { (bounds(of: $0)?.x ?? 0, $0.node) < (bounds(of: $1)?.x ?? 0, $1.node) }
    }
    return inOrder + elements.filter { bounds(of: $0) == nil }
  }

  /// Sections by where they begin; those of one document stay together and in its order.
  func sorted(_ sections: [Section]) -> [Section] {
    let places = sections.map { section in place(of: documentAround(section) ?? section, in: sections) }
    return sections.indices.sorted { first, second in
      let (one, other) = (places[first], places[second])
      return (one.y, one.x, first) < (other.y, other.x, second)
    }.map { sections[$0] }
  }

  private func documentAround(_ section: Section) -> Section? {
    let document = [section.owner] + tree.ancestors(of: section.owner)
    return document.last { tree[$0].role.isDocument }.map { Section(kind: .document, owner: $0, ownerID: tree[$0].id) }
  }

  /// Where a section begins: its line, in steps that a row of controls fits into, and its column.
  private func place(of section: Section, in sections: [Section]) -> Point {
    let own = section.elements.filter(\.isVisible).compactMap { bounds(of: $0) }
    let usesOwner = own.isEmpty || section.hasRef
    let areas = usesOwner ? [tree[section.owner].bounds].compactMap { $0 } : own
    return Point(x: areas.map(\.x).min() ?? 0, y: (areas.map(\.y).min() ?? 0) / 16)
  }

  private func bounds(of element: Element) -> Rect? { tree[element.node].bounds }

  private func top(of element: Element) -> Int { bounds(of: element).map { $0.center.y } ?? 0 }
}
