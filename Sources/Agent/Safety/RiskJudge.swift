import Commands
import Outline

/// Judges whether a command does what cannot be undone: by what it aims at, and by the dialog that it answers.
package enum RiskJudge {
  /// What `command` risks in a window as it is now; nil where it risks nothing that the window tells.
  package static func risk(of command: Command, on target: Node?, in snapshot: Snapshot) -> Risk? {
    switch command {
    case .click(.hover, _, _), .click(.right, _, _): nil
    case .click(let kind, _, _): clickRisk(kind, target, snapshot)
    case .check(_, _): target.flatMap { RiskWords.risk(in: $0.name) }
    case .menu(let path, _): path.last.flatMap(RiskWords.risk)
    case .select(.named(let name, _)): RiskWords.risk(in: name)
    case .key(let chord): keyRisk(chord, snapshot)
    case .type(_, let text, let enter): enter || text.contains("\n") ? answerRisk(snapshot) : nil
    case .set, .select, .scroll, .drag, .window, .open, .wait, .gone, .find, .expand, .read, .look, .ask, .done,
      .fail:
      nil
    }
  }

  /// An item of a list is only selected by a click, whatever it is called; a point of a picture could be anything.
  private static func clickRisk(_ kind: ClickKind, _ target: Node?, _ snapshot: Snapshot) -> Risk? {
    guard let target else { return answerRisk(snapshot) }
    guard isPressed(target.role) else { return nil }
    let name = target.name.isEmpty ? target.description : target.name
    if let risk = RiskWords.risk(in: name) { return risk }
    return isRetreat(name) ? nil : answerRisk(snapshot)
  }

  private static func keyRisk(_ chord: Chord, _ snapshot: Snapshot) -> Risk? {
    let focus = snapshot.nodes.last { $0.states.contains(.focused) }
    switch chord.key {
    case "Delete", "KP_Delete": return focus?.states.contains(.editable) == true ? nil : Risk(.delete, "\(chord)")
    case "Return", "KP_Enter", "space":
      if let focus, isPressed(focus.role), let risk = RiskWords.risk(in: focus.name) { return risk }
      return focus.map { isRetreat($0.name) } == true ? nil : answerRisk(snapshot)
    default:
      return chord.modifiers.contains(.alt) ? answerRisk(snapshot) : nil
    }
  }

  /// What the open dialog asks about: its title and its texts, because its button may just say "OK".
  private static func answerRisk(_ snapshot: Snapshot) -> Risk? {
    guard let dialog = snapshot.dialogNodes, !dialog.isEmpty else { return nil }
    return dialog.filter { isText($0.role) }.map(\.name).lazy.compactMap(RiskWords.risk).first
  }

  private static func isPressed(_ role: Role) -> Bool {
    switch role {
    case .pushButton, .toggleButton, .menuItem, .checkMenuItem, .radioMenuItem, .link, .pushButtonMenu: true
    default: false
    }
  }

  private static func isText(_ role: Role) -> Bool {
    switch role {
    case .label, .static, .text, .paragraph, .heading, .dialog, .alert, .frame, .panel: true
    default: false
    }
  }

  /// Buttons that lead out of a dialog without doing what it asks.
  private static func isRetreat(_ name: String) -> Bool {
    [
      "cancel", "no", "close", "back", "help", "skip", "keep", "abbrechen", "nein", "annuler", "non", "cancelar",
      "annulla", "отмена",
    ]
    .contains(name.lowercased().replacing("_", with: ""))
  }
}

extension Snapshot {
  /// The nodes of the dialog that stands in front; nil where none does.
  fileprivate var dialogNodes: [Node]? {
    let isDialog: (Node) -> Bool = { $0.states.contains(.modal) || $0.role == .dialog || $0.role == .alert }
    guard let root = nodes.firstIndex(where: isDialog) else { return nil }
    var inside: Set<Int> = [root]
    for index in nodes.indices.dropFirst(root + 1) {
      if let parent = nodes[index].parent, inside.contains(parent) { inside.insert(index) }
    }
    return inside.sorted().map { nodes[$0] }
  }
}
