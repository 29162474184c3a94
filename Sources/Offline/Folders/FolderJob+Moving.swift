import Commands

extension FolderJob {
  /// What to do with a folder whose list is known.
  mutating func decide(_ items: [FileItem], _ folder: FileManagerView, _ view: ReadView) -> [Command] {
    while let item = unknown(in: items) {
      let commands = ask(about: item)
      if !commands.isEmpty { return commands }
    }
    let loose = plan(items)
    var destinations: [Destination] = []
    for (_, destination) in loose where !destinations.contains(destination) { destinations.append(destination) }
    guard !destinations.isEmpty else { return finish(items) }
    let existing = expected.union(items.map(\.name.text))
    let missing = destinations.map(\.name).filter { !existing.contains($0) }.sorted()
    if !missing.isEmpty { return create(missing, items, folder) }
    (making.tries, making.missingCount) = (0, 0)
    let ready = loose.filter { sight.canSelect($0.0) }
    // What was looked for a moment ago comes first.
    guard let next = (ready.first { $0.1.name == nextName } ?? ready.first)?.1 else {
      return scroll(folder) ?? [.fail(unmovable(loose.map(\.0.name), destinations[0].name))]
    }
    nextName = next.name
    guard let target = items.first(where: { $0.name.text == next.name }) else {
      return listRef.map { [.expand($0)] } ?? finish(items)
    }
    let files = ready.filter { $0.1 == next }.map(\.0).prefix(Self.mostAtOnce)
    let opening = sight.wayTo(target.ref) + target.opening(inLongList: items.contains(where: \.isOutOfView))
    return lookFor(files + [target], view) ?? move(files, to: next, opening, folder)
  }

  /// How many files are selected at once: each is a click.
  private static let mostAtOnce = 40

  /// `opening` are the commands that open the destination.
  private mutating func move(
    _ files: ArraySlice<FileItem>, to destination: Destination, _ opening: [Command], _ folder: FileManagerView
  ) -> [Command] {
    hasCheckedEnd = false
    sight.scrollCount = 0
    phase = .moving(Batch(destination: destination, names: files.map(\.name)))
    let start = [.select(.items(files.map(\.ref))), Self.cut] + opening
    // Only the path says for certain that the folder has opened; without it, the next look does.
    guard showsPath, folder.hasPath || folder.program.usuallyShowsPath, let base, !base.name.contains("…") else {
      return start
    }
    return start + [.wait("\(base.name)/\(destination.name)", seconds: 5)]
      + pasteCommands(destination, files.map(\.name))
  }

  private func pasteCommands(_ destination: Destination, _ names: [FileName]) -> [Command] {
    let sign = names.first { $0.text == $0.certainPart } ?? names.first
    // Where something can be in the way, the program may ask; then what was waited for is there from the start.
    guard destination.isNew, showsWhatComes, let sign, !sign.certainPart.isEmpty else {
      return [Self.paste, Self.goUp]
    }
    return [Self.paste, .wait(sign.certainPart, seconds: 5), Self.goUp]
  }

  /// Inside the folder that the files go into: puts them there, or goes back up.
  mutating func goOn(with batch: Batch, in folder: FileManagerView) -> [Command]? {
    let sharesName = folder.location == nil && FileName(batch.destination.name).matches(base?.name ?? "")
    let shows = folder.items.contains { item in batch.names.contains(item.name) }
    guard isInside(folder, batch.destination.name), !sharesName || !shows || batch.isPasted else { return nil }
    return batch.isPasted ? [Self.goUp] : pasteCommands(batch.destination, batch.names)
  }

  // MARK: What came of it

  /// Compares the list with what was moved last; a sentence where nothing more can be done.
  mutating func account(for items: [FileItem]) -> String? {
    guard let batch = last else { return nil }
    last = nil
    let still = items.map(\.name).filter(batch.names.contains)
    let movedCount = batch.isPasted ? batch.names.count - still.count : 0
    if movedCount > 0 {
      report.moved[batch.destination.name, default: 0] += movedCount
      stalls = 0
    } else {
      stalls += 1
    }
    guard !still.isEmpty else { return nil }
    if batch.hasConflict {
      for name in still { left[name] = "\(batch.destination.name) holds one of that name" }
      stalls = 0
    }
    guard stalls >= 3 else { return nil }
    return unmovable(still, batch.destination.name)
  }

  private func unmovable(_ names: [FileName], _ folder: String) -> String {
    "\(FolderReport.list(names.map(\.text))) could not be moved into \(folder)\(report.soFar)"
  }

  mutating func finish(_ items: [FileItem]) -> [Command] {
    if let listRef, !hasCheckedEnd, Set(items.map(\.toldIn)).count > 1 {
      hasCheckedEnd = true
      return [.expand(listRef)]
    }
    report.found = .init(items, isFolder: { isFolder($0, among: items) ?? true })
    if let chord = viewToRestore {
      viewToRestore = nil
      phase = .restoring
      return [.key(chord)]
    }
    return [report.ending(left: left, goal: goal)]
  }
}
