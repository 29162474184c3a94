import Commands

/// The window as far as a reader of the outlines and changes knows it.
struct ReadView: Sendable {
  private(set) var headline: Headline?
  private(set) var sections: [ReadSection] = []
  /// The texts that the last message told.
  private(set) var news: [String] = []
  /// What was found, where the last message answers a `find`.
  private(set) var found: [ReadElement]?
  /// How many messages were read.
  private(set) var message = 0
  /// The last message said that nothing changed.
  private(set) var isUnchanged = false
  /// Changes since the last outline that were not told, so that what is known may be out of date.
  private(set) var untoldChanges = 0
  /// Windows that were in front before, to which a message can go back and tell only what changed since.
  private var earlier: [(headline: Headline, sections: [ReadSection])] = []

  var title: String { headline?.title ?? "" }
  var isDialog: Bool { headline?.isDialog ?? false }
  var isMenu: Bool { sections.contains { $0.heading?.kind == .openMenu } }

  /// What can be used now: what a dialog or a menu stands in front of cannot.
  var elements: [ReadElement] { sections.filter { $0.heading?.kind != .behind }.flatMap(\.elements) }

  /// Takes in the lines of one screen: answers of `find` and `expand` first, then the outline or the changes.
  /// `commands` are those of the last reply, which the answers are to.
  mutating func read(_ lines: [String], after commands: [Command]) {
    (news, found, isUnchanged) = ([], nil, false)
    message += 1
    guard let start = lines.lastIndex(where: { Headline(line: $0) != nil }), let headline = Headline(line: lines[start])
    else { return readChanges(lines[...], commands) }
    remember()
    self.headline = headline
    let rest = lines[lines.index(after: start)...]
    if rest.isEmpty || !rest.allSatisfy(Self.isChange) {
      (sections, untoldChanges) = (rest.map { ReadSection(line: $0).told(in: message) }, 0)
      news = elements.filter { $0.ref == nil }.map(\.name)
    } else {
      goBack(to: headline)
      readChanges(rest, [])
    }
    readChanges(lines[..<start], commands)
  }

  private mutating func remember() {
    guard let headline else { return }
    earlier.removeAll { $0.headline == headline }
    earlier.append((headline, sections))
    earlier = earlier.suffix(6)
  }

  private mutating func goBack(to headline: Headline) {
    let windows = earlier.filter { !$0.headline.isDialog }
    sections = (windows.last { $0.headline.title == headline.title } ?? windows.last)?.sections ?? []
  }

  private static func isChange(_ line: String) -> Bool {
    ["+ ", "- ", "~ "].contains { line.hasPrefix($0) } || OutlineWord.unchanged.isAll(of: line)
      || OutlineWord.foldedAway.isAll(of: line)
  }

  private mutating func readChanges(_ lines: ArraySlice<String>, _ commands: [Command]) {
    var page: [ReadSection] = []
    var answers: [FindAnswer] = []
    for line in lines {
      if Self.isChange(line) {
        change(line)
      } else if let answer = FindAnswer(head: line) {
        answers.append(answer)
      } else if !answers.isEmpty {
        answers[answers.count - 1].add(line, message)
      } else if !OutlineWord.nothingInside.isAll(of: line) {
        page.append(ReadSection(line: line).told(in: message))
      }
    }
    if case .expand(let group) = commands.only {
      for index in page.indices where page[index].ref == nil { page[index].foldRef = group }
      complete(group, from: page)
    }
    for section in page { add(section) }
    if !answers.isEmpty { found = answers.flatMap(\.elements) }
    let sought = commands.compactMap { if case .find(let text) = $0 { text } else { nil } }
    if sought.count == answers.count { for (text, answer) in zip(sought, answers) { learn(from: answer, to: text) } }
  }

  /// Forgets what is no longer in a group, where a page of it that was asked for anew shows all of it.
  private mutating func complete(_ group: Ref, from page: [ReadSection]) {
    guard let index = sections.firstIndex(where: { $0.ref == group }), page.allSatisfy({ $0.foldedCount == 0 }) else {
      return
    }
    let shown = Set(page.flatMap(\.elements).compactMap(\.ref))
    let known = Set(sections[index].elements.compactMap(\.ref))
    // A page of what was never shown says nothing about the rest.
    guard !shown.isDisjoint(with: known) else { return }
    sections[index].elements.removeAll { $0.ref.map { !shown.contains($0) } ?? false }
    untoldChanges = 0
  }

  // MARK: Changes

  private mutating func change(_ line: String) {
    if let count = OutlineWord.foldedAway.count(in: line) {
      untoldChanges += count
      return
    }
    if OutlineWord.unchanged.isAll(of: line) {
      isUnchanged = true
      return
    }
    let (sign, text) = (line.first, String(line.dropFirst(2)))
    if sign == "~", let headline = Headline(line: text) {
      self.headline = headline
      return
    }
    let line = ReadSection(line: text).told(in: message)
    switch sign {
    case "-": remove(Set(line.elements.compactMap(\.ref)))
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

  /// Forgets what has gone. Of rows, it is only known that they are not in view any more.
  private mutating func remove(_ gone: Set<Ref>) {
    for index in sections.indices {
      let isList = sections[index].heading?.ref != nil
      sections[index].elements.removeAll { element in
        element.ref.map { gone.contains($0) && !(isList && $0.kind == .item) } ?? false
      }
      for place in sections[index].elements.indices
      where sections[index].elements[place].ref.map(gone.contains) ?? false {
        sections[index].elements[place].toldIn = ReadElement.outOfView
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

  /// What is called like what was sought, but was not found, is no longer there; or has another ref now.
  private mutating func learn(from answer: FindAnswer, to text: String) {
    let known = Set(sections.flatMap(\.elements).compactMap(\.ref))
    let found = answer.elements.filter { $0.ref?.kind == .item }
    for index in sections.indices {
      let old = sections[index].elements.filter { $0.ref?.kind == .item && FileName($0.name).searchText == text }
      for element in old {
        let same = found.filter { $0.name == element.name }
        let title = sections[index].heading?.title ?? ""
        // Another list may hold something of the same name: a bookmark of this folder.
        let fresh = same.filter { !($0.ref.map(known.contains) ?? true) && ($0.place ?? title) == title }
        if let now = same.first(where: { $0.ref == element.ref }) {
          replace(element, with: now, in: index)
        } else if fresh.count == 1 {
          replace(element, with: fresh[0], in: index)
        } else if fresh.isEmpty, answer.excludes(element.name, searchedAs: text) {
          sections[index].elements.removeAll { $0.ref == element.ref }
        }
      }
    }
  }

  private mutating func replace(_ old: ReadElement, with new: ReadElement, in section: Int) {
    guard let place = sections[section].elements.firstIndex(where: { $0.ref == old.ref }) else { return }
    var new = new
    new.place = nil
    sections[section].elements[place] = new
  }
}

extension Array {
  fileprivate var only: Element? { count == 1 ? first : nil }
}
