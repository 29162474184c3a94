import Commands
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
    let current = observer.window.id
    do {
      try await desktop.launcher.launch(name)
    } catch {
      switch error {
      case .unknownProgram: throw StepError.noSuchProgram(name)
      case .failed(let reason): throw StepError.programFailed(Outliner.quoted(reason))
      }
    }
    let hasOpened = try await observer.wait(upTo: Self.launchLimit) { $0.window.id != current }
    try await observer.settle()
    return StepReport(command, route: .window, effect: hasOpened ? .confirmed : .nothing)
  }

  private static let launchLimit = Duration.seconds(20)

  /// Waits until a text or a window is there, or is gone.
  mutating func wait(
    _ command: Command, for text: String, seconds: Int?, gone: Bool
  ) async throws -> StepReport {
    let limit = min(seconds ?? Self.usualWait, Self.longestWait)
    let isAsWanted = try await observer.wait(upTo: .seconds(limit)) { $0.snapshot.shows(text) != gone }
    guard isAsWanted else {
      throw gone ? StepError.stillThere(text, seconds: limit) : .timedOut(text, seconds: limit)
    }
    // What has just opened may not be complete yet.
    try await observer.settle { _, _ in true }
    return StepReport(command, effect: .confirmed)
  }

  private static let usualWait = 5
  private static let longestWait = 120

  mutating func scroll(
    _ command: Command, _ ref: Ref?, _ direction: Direction, _ amount: Int
  ) async throws -> StepReport {
    let place =
      if let ref { try await place(of: target(ref, mayBeDisabled: true), ref) } else { observer.window.bounds.center }
    try await desktop.input.scroll(at: place, direction: direction, clicks: amount)
    return try await settled(command, .pointer, on: nil)
  }

  /// Drags the first of some items, which takes all selected ones along.
  mutating func drag(_ command: Command, _ refs: [Ref], to destination: Ref) async throws -> StepReport {
    let first = refs[0]
    if refs.count > 1 { _ = try await select(command, refs) }
    let source = try await target(first)
    _ = try await place(of: source, first)
    let to = try await place(of: target(destination), destination)
    // What was dragged may have been scrolled away to show where it goes.
    guard let from = clickPoint(of: source.id) else { throw StepError.outOfSight(first) }
    try await desktop.input.waitForFreeModifiers(within: .seconds(1))
    try await desktop.input.drag(from: from, to: to)
    return try await settled(command, .pointer, on: nil)
  }
}
