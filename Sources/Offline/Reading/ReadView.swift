import Commands

/// The window as far as a reader of the outlines and changes knows it.
struct ReadView: Sendable {
  private(set) var headline: Headline?
  private(set) var sections: [ReadSection] = []
  /// The texts that the last message told.
  private(set) var news: [String] = []
  /// What the last `find` found; nil where the last message answers none.
  private(set) var found: [ReadElement]?
  /// The last message said that nothing changed.
  private(set) var isUnchanged = false
  /// The last message was a new outline, not a list of changes.
  private(set) var isNew = false
  /// Changes since the last outline that were not told, so that what is known may be out of date.
  private(set) var untoldChanges = 0

  var title: String { headline?.title ?? "" }
  var isDialog: Bool { headline?.isDialog ?? false }
  var isMenu: Bool { sections.contains { $0.heading?.kind == .openMenu } }

  /// What can be used now: what a dialog or a menu stands in front of cannot.
  var elements: [ReadElement] { sections.filter { $0.heading?.kind != .behind }.flatMap(\.elements) }
  var texts: [String] { elements.filter { $0.ref == nil }.map(\.name) }

  func element(_ ref: Ref) -> ReadElement? { elements.first { $0.ref == ref } }
  func section(_ ref: Ref) -> ReadSection? { sections.first { $0.ref == ref } }

  /// Takes in the lines of one screen: answers of `find` and `expand` first, then the outline or the changes.
  mutating func read(_ lines: [String]) {
    (news, found, isUnchanged, isNew) = ([], nil, false, false)
    guard let start = lines.lastIndex(where: { Headline(line: $0) != nil }) else { return readAll(lines[...]) }
    headline = Headline(line: lines[start])
    (sections, untoldChanges, isNew) = ([], 0, true)
    for line in lines[lines.index(after: start)...] { sections.append(ReadSection(line: line)) }
    news = texts
    readAll(lines[..<start])
  }

  private mutating func readAll(_ lines: ArraySlice<String>) {
    for line in lines {
      if let sign = line.first, "+-~".contains(sign), line.dropFirst().first == " " {
        change(sign, String(line.dropFirst(2)))
      } else if OutlineWord.unchanged.isAll(of: line) {
        isUnchanged = true
      } else if let count = OutlineWord.foldedAway.count(in: line) {
        untoldChanges += count
      } else if found == nil, OutlineWord.found.isAll(of: line) || OutlineWord.foundSome.isAll(of: line) {
        found = []
      } else if OutlineWord.foundNone.isAll(of: line), line.hasPrefix("\"") {
        found = []
      } else if found != nil {
        if let element = ReadElement(foundLine: line) { found?.append(element) }
      } else if !OutlineWord.nothingInside.isAll(of: line) {
        add(ReadSection(line: line))
      }
    }
  }

  // MARK: Changes

  private mutating func change(_ sign: Character, _ text: String) {
    if sign == "~", let headline = Headline(line: text) {
      self.headline = headline
      return
    }
    let line = ReadSection(line: text)
    switch sign {
    case "-":
      let gone = Set(line.elements.compactMap(\.ref))
      for index in sections.indices { sections[index].elements.removeAll { $0.ref.map(gone.contains) ?? false } }
    default:
      news += line.elements.filter { $0.ref == nil }.map(\.name)
      let fresh = line.elements.filter { !update($0) }
      guard !fresh.isEmpty else { return }
      if let ref = line.heading?.ref, let index = sections.firstIndex(where: { $0.ref == ref }) {
        sections[index].elements += fresh
      } else {
        sections.append(ReadSection(heading: line.heading, elements: fresh))
      }
    }
  }

  /// Replaces what is known of an element; false where nothing is.
  private mutating func update(_ element: ReadElement) -> Bool {
    guard let ref = element.ref else { return false }
    for index in sections.indices {
      guard let place = sections[index].elements.firstIndex(where: { $0.ref == ref }) else { continue }
      var element = element
      if element.cells.isEmpty { element.cells = sections[index].elements[place].cells }
      sections[index].elements[place] = element
      return true
    }
    return false
  }

  /// Takes in a page of a group that was expanded.
  private mutating func add(_ page: ReadSection) {
    news += page.elements.filter { $0.ref == nil }.map(\.name)
    let fresh = page.elements.filter { !update($0) }
    if let index = sections.firstIndex(where: { $0.ref != nil && $0.ref == page.ref }) {
      sections[index].elements += fresh
      // A page of nothing but what is known is the first one again, which comes after the last.
      sections[index].foldedCount = fresh.isEmpty ? 0 : page.foldedCount
    } else if !fresh.isEmpty {
      sections.append(ReadSection(heading: page.heading, elements: fresh))
    }
  }
}
