/// What became of the elements of a view, by identity, not by place.
struct Difference {
  struct Change {
    var element: Element
    var section: Section
  }

  private(set) var added: [Change] = []
  private(set) var removed: [Change] = []
  private(set) var changed: [Change] = []
  /// The new title of the same window.
  private(set) var title: String?

  var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty && title == nil }

  var changedKeys: Set<RefTable.Key> { Set((added + changed).map { .init(of: $0.element) }) }

  /// Nil where a list of changes would say less than a new outline: something else is in front, fewer
  /// than 40 % of more than 8 elements are still there, or more than 65 % of them changed.
  init?(from before: View, to now: View) {
    guard before.subject == now.subject, before.front == now.front, now.subject != nil else { return nil }
    let old = Self.visible(before)
    let new = Self.visible(now)
    let oldByKey = Dictionary(old.map { (RefTable.Key(of: $0.element), $0) }) { first, _ in first }
    let newKeys = Set(new.map { RefTable.Key(of: $0.element) })
    for change in new {
      guard let earlier = oldByKey[.init(of: change.element)] else {
        added.append(change)
        continue
      }
      if Self.says(change.element, otherThan: earlier.element) { changed.append(change) }
    }
    removed = old.filter { !newKeys.contains(.init(of: $0.element)) }
    if before.title != now.title { title = now.title }
    let kept = old.count - removed.count
    if old.count > 8, kept * 100 < old.count * 40 { return nil }
    let most = max(old.count, new.count)
    if most > 8, (added.count + changed.count + removed.count) * 100 > most * 65 { return nil }
  }

  private static func visible(_ view: View) -> [Change] {
    view.sections.flatMap { section in
      section.elements.filter(\.isVisible).map { Change(element: $0, section: section) }
    }
  }

  /// True where a reader of the outline would see a difference. That the focus left is told by where it went.
  private static func says(_ now: Element, otherThan before: Element) -> Bool {
    var quiet = before.marks
    if !now.isFocused { quiet.remove(.focused) }
    return now.name != before.name || now.marks != quiet || now.value != before.value
      || now.isFocused && now.caret != before.caret && now.value != nil || now.cells != before.cells
  }
}
