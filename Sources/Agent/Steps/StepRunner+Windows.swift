import Commands
import Geometry
import Input
import Launcher
import Outline

extension StepRunner {
  mutating func activate(_ command: Command, _ title: String) async throws -> StepReport {
    let windows = await desktop.windows.windows()
    let wanted = title.lowercased()
    guard
      let window = windows.first(where: { $0.title.lowercased() == wanted })
        ?? windows.first(where: { $0.title.lowercased().contains(wanted) })
        ?? windows.first(where: { $0.program.lowercased() == wanted })
    else { throw StepError.noSuchWindow(title, available: windows.map(\.title)) }
    try await desktop.windows.activate(window.id, within: .seconds(2))
    try await observer.settle()
    let isActive = observer.window.id == window.id
    return StepReport(command, route: .window, effect: isActive ? .confirmed : .nothing)
  }

  /// Starts a program by the name of its desktop entry, or opens a file, and waits for its window.
  mutating func launch(_ command: Command, _ name: String) async throws -> StepReport {
    let before = observer.window
    do {
      try await desktop.launcher.launch(name)
    } catch {
      switch error {
      case .unknownProgram: throw StepError.noSuchProgram(name)
      case .failed(let reason): throw StepError.programFailed(Outliner.quoted(reason))
      }
    }
    let limit = before.shows(name) ? Self.reuseLimit : Self.launchLimit
    let hasOpened = try await observer.wait(upTo: limit) { observer in
      observer.window.id != before.id || observer.window.title != before.title && observer.window.shows(name)
    }
    try await observer.settle()
    return StepReport(command, route: .window, effect: hasOpened ? .confirmed : .nothing)
  }

  private static let launchLimit = Duration.seconds(20)
  /// How long another window may take where this one may be all that opens.
  private static let reuseLimit = Duration.seconds(3)

  /// Waits until a text or a window is there, or is gone.
  mutating func wait(
    _ command: Command, for text: String, seconds: Int?, gone: Bool
  ) async throws -> StepReport {
    let limit = min(seconds ?? Self.usualWait, Self.longestWait)
    let old = beforeDeed
    let isTitle = old?.isTitled(text) ?? false || observer.snapshot.isTitled(text)
    let isAsWanted = try await observer.wait(upTo: .seconds(limit)) { observer in
      let now = observer.snapshot
      return gone ? !(isTitle ? now.isTitled(text) : now.shows(text)) : now.hasShown(text, since: old)
    }
    guard isAsWanted else {
      if Task.isCancelled { throw StepError.stopped }
      throw gone ? StepError.stillThere(text, seconds: limit) : .timedOut(text, seconds: limit)
    }
    // What has just opened may not be complete yet.
    try await observer.settle { _, _ in true }
    return StepReport(command, effect: .confirmed)
  }

  private static let usualWait = 5
  private static let longestWait = 120
  /// More at once would keep a program, and all that listens to it, busy for long.
  private static let mostClicks = 100

  mutating func scroll(
    _ command: Command, _ ref: Ref?, _ direction: Direction, _ amount: Int
  ) async throws -> StepReport {
    let place = try await wheelPlace(ref)
    try await desktop.input.scroll(at: place, direction: direction, clicks: min(amount, Self.mostClicks))
    return try await settled(command, .pointer, on: nil)
  }

  /// Where to turn the wheel to scroll what a ref names, or the window.
  private mutating func wheelPlace(_ ref: Ref?) async throws -> Point {
    guard let ref else {
      return observer.snapshot.wheelPlace(over: observer.window.bounds.intersection(observer.screen), in: nil)
    }
    let target = try await target(ref, mayBeDisabled: true)
    let middle = try await place(of: target, ref)
    // Scrolling it into view may have moved it.
    let snapshot = observer.snapshot
    guard let node = snapshot.nodes.first(where: { $0.id == target.id }), let bounds = node.bounds,
      let visible = snapshot.visiblePart(of: node, bounds: bounds)?.intersection(observer.screen), !visible.isEmpty
    else { return middle }
    let place = snapshot.wheelPlace(over: visible, in: snapshot.scrolled(around: node))
    return try await uncovered(place, mayBeInPopup: snapshot.isInPopup(node))
  }

  /// Turns the wheel until `text` shows, or nothing moves any more.
  mutating func scroll(
    _ command: Command, _ ref: Ref?, _ direction: Direction, until text: String
  ) async throws -> StepReport {
    let place = try await wheelPlace(ref)
    let ground = observer.ground
    let end = desktop.time.now + Self.longestScroll
    if !observer.snapshot.isInView(text), let id = await placeInPage(of: text) { try await bringIntoView(id) }
    while !observer.snapshot.isInView(text) {
      let before = observer.snapshot
      if Task.isCancelled { throw StepError.stopped }
      guard desktop.time.now < end, observer.ground == ground else { throw StepError.notScrolledTo(text) }
      try await desktop.input.scroll(at: place, direction: direction, clicks: Self.scrollStep)
      try await observer.settle()
      if observer.snapshot.looksLike(before) { throw StepError.notScrolledTo(text) }
    }
    return StepReport(command, route: .pointer, effect: .confirmed)
  }

  /// What says `text` in a page, which can scroll to it by itself, or in the part of a long one that was not read.
  func placeInPage(of text: String) async -> NodeID? {
    let snapshot = observer.snapshot
    let wanted = text.lowercased()
    let said = snapshot.nodes.filter { $0.says(wanted) && snapshot.isInPage($0) && !snapshot.isInBackground($0) }
    // What is inside of others comes after them.
    if let node = said.first(where: { $0.name.lowercased() == wanted }) ?? said.last { return node.id }
    let known = Set(snapshot.nodes.map(\.id))
    return await whole(finding: text)?.nodes.first { !known.contains($0.id) && $0.says(wanted) }?.id
  }

  /// Little enough that nothing passes through a small view unseen.
  private static let scrollStep = 3
  private static let longestScroll = Duration.seconds(60)

  /// Drags the first of some items, which takes all selected ones along.
  mutating func drag(_ command: Command, _ refs: [Ref], to destination: Ref) async throws -> StepReport {
    let first = refs[0]
    if refs.count > 1 { _ = try await select(command, refs) }
    let source = try await target(first)
    _ = try await place(of: source, first)
    let to = try await place(of: target(destination), destination)
    // What was dragged may have been scrolled away to show where it goes.
    guard let from = clickPoint(of: source.id) else { throw StepError.outOfSight(first) }
    noteSelection()
    await waitForSelection()
    try await desktop.input.waitForFreeModifiers(within: .seconds(1))
    try await desktop.input.drag(from: from, to: to)
    return try await settled(command, .pointer, on: nil)
  }
}

extension Window {
  /// Whether it is of the program called `name`, or its title names the file at that path.
  fileprivate func shows(_ name: String) -> Bool {
    guard name.hasPrefix("/") else { return program.lowercased() == name.lowercased() }
    return name.split(separator: "/").last.map { title.contains($0) } ?? false
  }
}

extension Snapshot {
  /// Whether `text` stands in a part of the window that is not scrolled away, and more than a sliver of it shows.
  fileprivate func isInView(_ text: String) -> Bool {
    let wanted = text.lowercased()
    return nodes.contains { $0.isShown && $0.says(wanted) && isInView($0.id) }
  }
}

extension Node {
  /// Whether its name or its text holds some words, which are in lower case.
  fileprivate func says(_ wanted: String) -> Bool {
    name.lowercased().contains(wanted) || text?.lowercased().contains(wanted) ?? false
  }
}
