import Commands

extension Outliner {
  /// What is in a folded group, a menu, a list or any other element, without a new look at the program.
  ///
  /// Each call goes on where the last one stopped. Nil where no outline showed the ref.
  package mutating func expand(_ ref: Ref) -> String? {
    guard let key = refs.key(of: ref) else { return nil }
    guard let view else { return Words.noView() }
    let sections = contents(of: key, in: view)
    var candidates = sections.flatMap { section in section.elements.map { (section, $0) } }
    let fresh = candidates.filter { !printed.contains(.init(of: $0.1)) }
    // Asked again at the end, it begins anew.
    if !fresh.isEmpty { candidates = fresh }
    guard !candidates.isEmpty else { return Words.nothingInside(["ref": ref.description]) }
    return page(of: candidates, under: ref)
  }

  private func contents(of key: RefTable.Key, in view: View) -> [Section] {
    if key == RefTable.restKey(of: view) { return view.sections }
    let groups = view.sections + (view.behind.map { [$0] } ?? [])
    if key.part != nil { return groups.filter { RefTable.Key(of: $0) == key } }
    guard let place = view.snapshot.nodes.firstIndex(where: { $0.id == key.id }) else { return [] }
    let passes = Passes(view.snapshot)
    var builder = SectionBuilder(passes, includesHidden: true)
    return builder.sections(of: place)
  }

  private mutating func page(of candidates: [(Section, Element)], under ref: Ref) -> String {
    var lines: [String] = []
    var line = ""
    var left = budget - 16
    var count = 0
    var owner: (Int, Bool)?
    for (section, element) in candidates {
      _ = refs.ref(for: element)
      let renderer = Renderer(refs: refs, limits: .init(budget: budget))
      var text = renderer.element(element, cells: Array(element.cells.indices))
      if owner == nil || owner?.0 != section.owner || owner?.1 != element.isVisible {
        var heading = renderer.heading(of: section, cells: section.columns.indices.dropLast())
        if !element.isVisible { heading = Words.hidden() + (heading.isEmpty ? "" : " " + heading) }
        if !heading.isEmpty { text = heading + " " + text }
        if !line.isEmpty { lines.append(line) }
        line = ""
      }
      let cost = TokenEstimate.tokens(in: " " + text) + (line.isEmpty ? 1 : 0)
      guard cost <= left else { break }
      owner = (section.owner, element.isVisible)
      left -= cost
      line += (line.isEmpty ? "" : " ") + text
      count += 1
      printed.insert(.init(of: element))
    }
    if candidates.count > count { line += " \(ref) " + Words.more(["count": "\(candidates.count - count)"]) }
    return (lines + [line]).joined(separator: "\n")
  }
}
