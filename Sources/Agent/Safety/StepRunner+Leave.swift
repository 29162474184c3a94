import Commands
import Outline

extension StepRunner {
  /// Whether the window in front may be worked in, and shown to the model.
  package var isAllowed: Bool { policy.allows(observer.window) }

  /// Why a command may not be carried out: its window is none of the task's business, or the person gave no leave.
  mutating func refusal(of command: Command) async throws(ViewError) -> StepError? {
    guard isAllowed || !command.touchesWindow else { return .denied(program: observer.window.program) }
    let risk = await risk(of: command)
    guard command.touchesWindow || risk != nil else { return nil }
    guard consent.isNeeded(for: risk) else { return nil }
    return try await getsLeave(for: command) ? nil : .notConfirmed
  }

  /// Asks the person.
  mutating func getsLeave(for command: Command) async throws(ViewError) -> Bool {
    guard await consent.isGiven(for: act(command, on: command.refs.first.flatMap(node))) else { return false }
    try await comeBack(to: observer.window)
    return true
  }

  /// Whether the person has to be asked about an item of a menu once it is found: only its shortcut tells that it does
  /// what cannot be undone, so that `command`, which chooses it, was let pass.
  func needsLeave(toChoose item: Node, by command: Command) async -> Bool {
    guard !consent.isNeeded(for: await risk(of: command)), let shortcut = await shortcut(of: item) else { return false }
    return shortcut.isDeletion && consent.isNeeded(for: Risk(.delete, "\(shortcut)"))
  }

  /// The shortcut of a menu item or a button; nil where its program tells none.
  func shortcut(of node: Node) async -> Chord? {
    (try? await desktop.accessibility.keyBinding(of: node.id)).flatMap(Chord.init(keyBinding:))
  }

  /// What a command would do that cannot be undone, judged by what it aims at: where something is dropped, or what lies
  /// under a point of a picture.
  func risk(of command: Command) async -> Risk? {
    let target: Node? =
      switch command {
      case .drag(_, let destination): node(destination)
      case .click(_, .point(_, let pixel), _):
        picture?.screenshot.screenPoint(for: pixel).flatMap { point in
          observer.snapshot.nodes.last { observer.snapshot.isPressed($0) && $0.bounds?.contains(point) == true }
        }
      default: command.refs.first.flatMap(node)
      }
    var shortcuts: [NodeID: Chord] = [:]
    for node in pressed(by: command, on: target) { shortcuts[node.id] = await shortcut(of: node) }
    return RiskJudge(observer.snapshot, shortcuts: shortcuts).risk(of: command, on: target)
  }

  /// What a command may press: a key may choose any item of an open menu.
  private func pressed(by command: Command, on target: Node?) -> [Node] {
    switch command {
    case .click(.click, _, _), .click(.double, _, _), .click(.middle, _, _), .check:
      target.map { [$0] }?.filter(observer.snapshot.isPressed) ?? []
    case .key, .type: observer.snapshot.openMenuItems
    default: []
    }
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
