import Commands

extension View {
  /// Leaves the focus on one element. Qt says of many that they have it: those below something that has
  /// the focus come first, then what text goes into.
  static func withOneFocus(_ sections: [Section], in tree: Tree) -> [Section] {
    let focused = sections.flatMap(\.elements).filter { $0.isFocused && $0.isVisible }
    guard focused.count > 1, let chosen = focused.max(by: { rank($0, tree) < rank($1, tree) }) else { return sections }
    return sections.map { section in
      var section = section
      for index in section.elements.indices where section.elements[index].node != chosen.node {
        section.elements[index].marks.remove(.focused)
      }
      return section
    }
  }

  private static func rank(_ element: Element, _ tree: Tree) -> Int {
    let isBelow = tree.ancestors(of: element.node).contains { tree[$0].states.contains(.focused) }
    let kinds: [Ref.Kind] = [.menuItem, .item, .editable, .document]
    return (isBelow ? 10 : 0) + (element.kind.flatMap(kinds.firstIndex) ?? -1)
  }
}
