import Commands
import Outline

extension StepRunner {
  /// Whether the window in front may be worked in, and shown to the model.
  package var isAllowed: Bool { policy.allows(observer.window) }

  /// Why a command may not be carried out: its window is none of the task's business, or the person gave no leave.
  mutating func refusal(of command: Command) async throws(ViewError) -> StepError? {
    guard isAllowed || !command.touchesWindow else { return .denied(program: observer.window.program) }
    let risk = risk(of: command)
    guard command.touchesWindow || risk != nil else { return nil }
    guard consent.isNeeded(for: risk) else { return nil }
    guard await consent.isGiven(for: act(command, on: command.refs.first.flatMap(node))) else { return .notConfirmed }
    try await comeBack(to: observer.window)
    return nil
  }

  /// What a command would do that cannot be undone, judged by what it aims at: where something is dropped, or what lies
  /// under a point of a picture.
  func risk(of command: Command) -> Risk? {
    let target: Node? =
      switch command {
      case .drag(_, let destination): node(destination)
      case .click(_, .point(_, let pixel), _):
        picture?.screenshot.screenPoint(for: pixel).flatMap { point in
          observer.snapshot.nodes.last { observer.snapshot.isPressed($0) && $0.bounds?.contains(point) == true }
        }
      default: command.refs.first.flatMap(node)
      }
    return RiskJudge.risk(of: command, on: target, in: observer.snapshot)
  }

  /// Looks at `window` again after the person was somewhere else, where it may have changed. What the person did there
  /// does not count as taking over.
  mutating func comeBack(to window: Window) async throws(ViewError) {
    _ = await isTakenOver()
    let active = await desktop.windows.activeWindow()
    let isThere = active.map { $0.id == window.id || $0.pid != nil && $0.pid == window.pid } ?? false
    if !isThere {
      _ = try? await desktop.windows.activate(window.id, within: .seconds(2))
    }
    try await observer.observe()
  }

  private func node(_ ref: Ref) -> Node? {
    guard case .found(let index) = outliner.refs.resolve(ref, in: observer.snapshot) else { return nil }
    return observer.snapshot.nodes[index]
  }

  /// The command as a person is asked about it: with the names of what it aims at.
  private func act(_ command: Command, on target: Node?) -> String {
    let name = target.map { " (\(Outliner.quoted($0.name)))" } ?? ""
    return "\(command)\(name) in \(Outliner.quoted(observer.snapshot.groundTitle))"
  }
}

extension Command {
  /// Whether it shows or changes what is in the window, rather than waiting or going elsewhere.
  var touchesWindow: Bool {
    switch self {
    case .window, .open, .wait, .gone, .ask, .done, .fail: false
    case .click, .check, .type, .set, .key, .select, .menu, .scroll, .drag, .find, .expand, .read, .look: true
    }
  }
}
