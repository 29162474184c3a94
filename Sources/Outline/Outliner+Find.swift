import Commands

extension Outliner {
  /// What in the window is called like `text`, shown or not, best first; in `snapshot` where that holds more than the
  /// last outline was made from.
  package mutating func find(_ text: String, in snapshot: Snapshot? = nil) -> String {
    guard let view = snapshot.map(View.init) ?? view else { return Words.noView() }
    let wanted = ScreenText.clip(ScreenText.clean(text), characters: 40, tokens: 16)
    let hits = Search(view).hits(for: wanted)
    let note = snapshot?.isTruncated == true ? " " + Words.incomplete() : ""
    guard !hits.isEmpty else { return Words.foundNone(["text": ScreenText.quote(wanted)]) + note }
    var lines: [String] = []
    var left = budget - 10
    for hit in hits.prefix(12) {
      _ = refs.ref(for: hit.element)
      let renderer = Renderer(refs: refs, limits: .init(budget: budget))
      var line = renderer.element(hit.element, cells: Array(hit.element.cells.indices.prefix(2)))
      var notes: [String] = []
      if !hit.place.isEmpty {
        let place = ScreenText.clip(hit.place, characters: 40, tokens: 14)
        notes.append(Words.foundIn(["place": ScreenText.quote(place)]))
      }
      if !hit.element.isVisible { notes.append(Words.foundHidden()) }
      if !notes.isEmpty { line += " (" + notes.joined(separator: ", ") + ")" }
      let cost = TokenEstimate.tokens(in: line) + 1
      guard cost <= left else { break }
      left -= cost
      lines.append(line)
    }
    let head =
      lines.count == hits.count
      ? Words.found(["count": "\(hits.count)"])
      : Words.foundSome(["count": "\(hits.count)", "shown": "\(lines.count)"])
    return ([head + note] + lines).joined(separator: "\n")
  }

  /// The items of closed menus that answer the request, on a line; empty where none does or fits.
  mutating func closedMenus(_ hits: [Search.Hit], budget: Int, isGivingRefs: Bool = false) -> String {
    var line = Words.hidden()
    var left = budget - TokenEstimate.tokens(in: line)
    var count = 0
    for hit in hits {
      var renderer = Renderer(refs: refs, limits: .init(budget: self.budget))
      let place = ScreenText.clip(hit.place, characters: 40, tokens: 14)
      let note = place.isEmpty ? "" : " (" + Words.foundIn(["place": ScreenText.quote(place)]) + ")"
      let cost = TokenEstimate.tokens(in: " " + renderer.element(hit.element) + note)
      guard cost <= left else { continue }
      left -= cost
      count += 1
      if isGivingRefs {
        _ = refs.ref(for: hit.element)
        printed.insert(.init(of: hit.element))
        renderer.refs = refs
      }
      line += " " + renderer.element(hit.element) + note
    }
    return count == 0 ? "" : line
  }

  /// A page of a document's text, with where it is in it, for `read`.
  package func page(_ text: String, from start: Int, of total: Int) -> String {
    let page = Words.page([
      "text": ScreenText.quote(ScreenText.cleanLines(text[...])), "from": "\(start)",
      "to": "\(start + text.unicodeScalars.count)", "total": "\(total)",
    ])
    return page
  }
}
