import Commands

extension FolderJob {
  /// Reads on until all of the folder is known, then does what is to be done next.
  mutating func read(_ view: ReadView, _ folder: FileManagerView) -> [Command] {
    if case .asking(let item) = phase, let commands = note(item, view) { return commands }
    if case .moving(let batch) = phase {
      (last, shownIn, hasReadOn) = (batch, view.message, false)
      if batch.isComplete { expected.subtract(batch.names.map(\.text)) }
    }
    if case .restoring = phase { return [report.ending(left: left, goal: goal)] }
    phase = .reading
    guard let list = folder.list, !folder.isGrid else {
      return folder.isSaidToBeEmpty && (hasSwitchedView || folder.program.listView == nil)
        ? finish([]) : changeView(view, folder)
    }
    listRef = list.ref
    if !canGoOn(folder), let commands = expand(list, view) { return commands }
    dropMoved(folder.items)
    let items = folder.items.filter { $0.toldIn > dropped[$0.ref] ?? Int.min }
    if !canGoOn(folder), let commands = readOn(items, list) { return commands }
    if let created = items.first(where: { report.created.contains($0.name.text) }) { tellsFolders = created.isFolder }
    if let batch = last, let commands = lookFor(items.filter { batch.names.contains($0.name) }, view) {
      return commands
    }
    if let problem = account(for: items) { return [.fail(problem)] }
    return decide(items, folder, view)
  }

  /// Where only what is in view can be selected, the rest of the list need not be known while something is.
  private func canGoOn(_ folder: FileManagerView) -> Bool {
    guard sight.isLimited, !(last?.hasConflict ?? false) else { return false }
    let items = folder.items.filter { $0.toldIn >= shownIn }
    return plan(items).contains { step in
      sight.canSelect(step.item) && items.contains { $0.name.text == step.destination.name }
    }
  }

  /// Asks for what is folded away; and for all of it once more where changes were left out.
  private mutating func expand(_ list: ReadSection, _ view: ReadView) -> [Command]? {
    guard let ref = list.ref, readings < 5, list.foldedCount > 0 || view.untoldChanges > 0 else {
      readings = 0
      return nil
    }
    readings += 1
    return Array(repeating: .expand(ref), count: min(max((list.foldedCount + 9) / 10, 1), 12))
  }

  /// Reads on where nothing told of things that should be there: rows out of view come unsaid.
  private mutating func readOn(_ items: [FileItem], _ list: ReadSection) -> [Command]? {
    let names = Set(items.map(\.name.text))
    let hasAll = expected.isSubset(of: names)
    guard !hasAll, !hasReadOn, let ref = list.ref else {
      expected = names
      return nil
    }
    hasReadOn = true
    return Array(repeating: .expand(ref), count: min(max((expected.count - names.count) / 10 + 1, 1), 12))
  }

  /// Forgets the rows of files that were moved and are not in view any more.
  private mutating func dropMoved(_ items: [FileItem]) {
    guard let batch = last, batch.isComplete else { return }
    for item in items where item.toldIn == ReadElement.outOfView && batch.names.contains(item.name) {
      dropped[item.ref] = shownIn
    }
  }

  /// Looks by name for things that nothing told of since something was done: rows out of view come and go unsaid.
  func lookFor(_ items: [FileItem], _ view: ReadView) -> [Command]? {
    let texts = Set(items.filter { $0.toldIn < shownIn }.map(\.name.searchText)).filter { !$0.isEmpty }
    return texts.isEmpty || view.found != nil ? nil : texts.sorted().map(Command.find)
  }

  private mutating func changeView(_ view: ReadView, _ folder: FileManagerView) -> [Command] {
    if !hasLookedAgain, !folder.isOpaque {
      // A program that is slow or just starts may show its list a moment later.
      hasLookedAgain = true
      return [.wait(folder.folderName, seconds: 2)]
    }
    if folder.isStale, !hasReloaded {
      hasReloaded = true
      return [.key(Chord(modifiers: [], key: "F5"))]
    }
    guard !hasSwitchedView, let listView = folder.program.listView else {
      return [.fail("I cannot read which files \"\(folder.folderName)\" holds; show them as a list, and ask again")]
    }
    hasSwitchedView = true
    viewToRestore = listView.back
    return [.key(listView.show)]
  }

  // MARK: Folders and files

  /// Whether an item is a folder; nil where that has to be asked.
  func isFolder(_ item: FileItem, among items: [FileItem]) -> Bool? {
    if item.isFolder || report.created.contains(item.name.text) { return true }
    if item.name.isCertainlyFile { return false }
    if let known = kinds[item.name.text] { return known }
    return tellsFolders || items.contains(where: \.isFolder) ? false : nil
  }

  /// Clicks something to have the status bar say what it is.
  mutating func ask(about item: FileItem) -> [Command] {
    guard questions < Self.mostQuestions else {
      // What cannot be told stays where it is, as a folder would.
      kinds[item.name.text] = true
      left[item.name] = Self.couldBeFolder
      return []
    }
    questions += 1
    phase = .asking(item)
    return [.click(.click, .element(item.ref), modifiers: [])]
  }

  private static let mostQuestions = 20
  private static let mostStatusLooks = 2

  /// Notes what the status bar says about something; where it says nothing, it may be folded away, and then late.
  private mutating func note(_ item: FileItem, _ view: ReadView) -> [Command]? {
    let answer = StatusText.isFolder(item.name.text, by: view.news)
    if answer == nil, statusLooks < Self.mostStatusLooks {
      let folded = view.sections.filter { $0.elements.isEmpty && $0.foldedCount > 0 && $0.foldedItemCount == 0 }
      let expansions = folded.compactMap(\.ref).prefix(4).map(Command.expand)
      let isAgain = statusLooks > 0 || expansions.isEmpty
      statusLooks += 1
      return (isAgain ? [.click(.click, .element(item.ref), modifiers: [])] : []) + expansions
    }
    statusLooks = 0
    if answer == nil { left[item.name] = Self.couldBeFolder }
    kinds[item.name.text] = answer ?? true
    return nil
  }

  private static let couldBeFolder = "it could be a folder"
}
